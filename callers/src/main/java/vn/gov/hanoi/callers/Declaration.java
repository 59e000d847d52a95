package vn.gov.hanoi.callers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a call says of itself, checked against its credential; what it did not say is null.
 *
 * @param organisation electronic code of the agency it is made for; for a system always there
 * @param purpose code of the list of purposes
 * @param caseNumber number of the file or decision that justifies it
 * @param user opaque id of the person at the calling system
 */
public record Declaration(
        @Nullable String organisation,
        @Nullable String purpose,
        @Nullable String caseNumber,
        @Nullable String user) {
    public static final String ORGANISATION = "Caller-Organisation";
    public static final String PURPOSE = "Caller-Purpose";
    public static final String CASE = "Caller-Case";
    public static final String USER = "Caller-User";

    /** Nothing is said. */
    public static final Declaration NONE = new Declaration(null, null, null, null);

    private static final Pattern PURPOSE_FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern ORGANISATION_FORM = Pattern.compile("[A-Z][0-9]{2}(\\.[0-9A-Z]{1,4}){0,6}");
    /** Letters beyond ASCII are percent-encoded, as in an address: headers have none. */
    private static final Pattern CASE_FORM = Pattern.compile("[!-~]([ -~]{0,98}[!-~])?");

    private static final Pattern USER_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,63}");

    /** Who must name a purpose. */
    public enum Need {
        /** Systems. */
        OF_SYSTEMS,
        /** Everybody. */
        OF_EVERYBODY
    }

    /**
     * Reads and checks what the call says.
     *
     * @param headers all values of a header by its name
     * @param day today in Hanoi
     * @throws Undeclared with the first fault: form, organisation, purpose, case
     */
    public static Declaration read(
            Function<String, List<String>> headers, Credential credential, Purposes list, Need need, LocalDate day) {
        var organisation = organisation(one(headers, ORGANISATION, ORGANISATION_FORM, "H26.23"), credential);
        var caseNumber = one(headers, CASE, CASE_FORM, "1-100 ASCII");
        var user = one(headers, USER, USER_FORM, "1-64 A-Z a-z 0-9 . _ : @ -");
        boolean needed = need == Need.OF_EVERYBODY || credential.system();
        var purpose = purpose(headers.apply(PURPOSE), credential, list, needed, day);
        if (purpose != null && purpose.caseRequired() && caseNumber == null) {
            throw new Undeclared(CallerFault.CASE_MISSING, Map.of("purpose", purpose.code()));
        }
        return new Declaration(organisation, purpose == null ? null : purpose.code(), caseNumber, user);
    }

    private static @Nullable String organisation(@Nullable String named, Credential credential) {
        if (named != null && !credential.binds(named)) {
            throw new Undeclared(CallerFault.ORGANISATION_NOT_BOUND, Map.of("organisation", named));
        }
        if (named == null && credential.system() && credential.organisation() == null) {
            throw new Undeclared(CallerFault.ORGANISATION_NOT_BOUND, Map.of("organisation", "-"));
        }
        return named == null ? credential.organisation() : named;
    }

    private static @Nullable Purpose purpose(
            List<String> given, Credential credential, Purposes list, boolean needed, LocalDate day) {
        if (given.isEmpty() && !needed) {
            return null;
        }
        if (given.size() != 1 || !PURPOSE_FORM.matcher(given.getFirst()).matches()) {
            throw new Undeclared(CallerFault.PURPOSE_MISSING, Map.of());
        }
        var code = given.getFirst();
        var purpose = list.find(code, day)
                .orElseThrow(() -> new Undeclared(CallerFault.PURPOSE_UNKNOWN, Map.of("purpose", code)));
        if (!purpose.isGrantedTo(credential)) {
            throw new Undeclared(CallerFault.PURPOSE_NOT_GRANTED, Map.of("purpose", code));
        }
        return purpose;
    }

    private static @Nullable String one(
            Function<String, List<String>> headers, String name, Pattern form, String expected) {
        var given = headers.apply(name);
        if (given.isEmpty()) {
            return null;
        }
        if (given.size() > 1 || !form.matcher(given.getFirst()).matches()) {
            throw new Undeclared(CallerFault.HEADER_MALFORMED, Map.of("name", name, "expected", expected));
        }
        return given.getFirst();
    }
}
