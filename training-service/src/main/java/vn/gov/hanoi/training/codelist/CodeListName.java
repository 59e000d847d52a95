package vn.gov.hanoi.training.codelist;

/** The lists that there are. */
public enum CodeListName {
    TRAINING_TYPES("training-types"),
    TRAINING_FORMS("training-forms"),
    TRAINING_CONTENTS("training-contents");

    private final String path;

    CodeListName(String path) {
        this.path = path;
    }

    /** As it stands in the address. */
    public String path() {
        return path;
    }
}
