package vn.gov.hanoi.localstack.city;

/** Type of a unit as the import file writes it; the City of 2020 has no other types. */
public enum UnitType {
    CITY,
    DEPARTMENT,
    DISTRICT,
    DIVISION,
    WARD,
    COMMUNE,
    TOWNSHIP,
    /** Đơn vị sự nghiệp công lập: school, hospital, centre. */
    PUBLIC_UNIT;

    /** Type of a commune-level unit by its legal name: phường, thị trấn or xã. */
    static UnitType ofCommune(String name) {
        if (name.startsWith("Phường ")) {
            return WARD;
        }
        if (name.startsWith("Thị trấn ")) {
            return TOWNSHIP;
        }
        if (name.startsWith("Xã ")) {
            return COMMUNE;
        }
        throw new IllegalArgumentException("not the name of a commune-level unit: " + name);
    }

    /** The name of a commune without the word for its kind: "Phúc Xá" for "Phường Phúc Xá". */
    static String withoutType(String commune) {
        return switch (ofCommune(commune)) {
            case WARD -> commune.substring("Phường ".length());
            case TOWNSHIP -> commune.substring("Thị trấn ".length());
            default -> commune.substring("Xã ".length());
        };
    }
}
