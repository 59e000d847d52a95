package vn.gov.hanoi.localstack.city;

/** Gives access tokens of the suite's users. A token lives five minutes only, so it is asked again and again. */
@FunctionalInterface
public interface TokenSource {
    /** A token of that user that is valid now; asked again when the suite refused the last one. */
    String token(String user);
}
