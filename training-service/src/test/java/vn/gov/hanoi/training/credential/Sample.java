package vn.gov.hanoi.training.credential;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gov.hanoi.training.credential.Credential.StatusPlace;

/** A certificate of a fixed day, and the keys that sign it. */
final class Sample {
    static final Addresses ADDRESSES = new Addresses(URI.create("https://congvu.example"));
    static final Instant ISSUED = Instant.parse("2026-05-20T03:00:00Z");
    static final StatusPlace PLACE = new StatusPlace(1, 94_567);
    static final SigningKey OLD = SigningKey.generate();
    static final SigningKey NEW = SigningKey.generate();
    static final Instant ROTATED = Instant.parse("2026-06-01T00:00:00Z");

    private Sample() {}

    static CertificateContent content(@Nullable LocalDate expiresOn) {
        return new CertificateContent(
                "HN26-7KQ4-M2XD-9RTC",
                new CertificateContent.Holder(
                        UUID.fromString("0197c363-ff40-7c33-b1e0-90d2c4f1aa02"), "Nguyễn Thị Mẫu Ưỡng", "CB000123"),
                new CertificateContent.Course(
                        "Bồi dưỡng kỹ năng lãnh đạo, quản lý cấp phòng",
                        "LDCP",
                        List.of(new CertificateContent.Coded("STATE_MANAGEMENT", "Kỹ năng quản lý nhà nước")),
                        new BigDecimal("37.5"),
                        LocalDate.of(2026, 5, 11),
                        LocalDate.of(2026, 5, 15),
                        "Trường Đào tạo cán bộ Lê Hồng Phong",
                        new CertificateContent.Kind(
                                new CertificateContent.Coded("REFRESHER", "Bồi dưỡng"),
                                new CertificateContent.Coded("LEADERSHIP", "Lãnh đạo, quản lý"),
                                new CertificateContent.Coded("STATE_MANAGEMENT", "Quản lý nhà nước"))),
                "Đạt",
                new CertificateContent.Party("H26.1", "Sở Nội vụ"),
                new CertificateContent.Party("H26", "Ủy ban nhân dân Thành phố Hà Nội"),
                new CertificateContent.Decision("112/QĐ-MẪU", LocalDate.of(2026, 5, 19)),
                LocalDate.of(2026, 5, 20),
                expiresOn,
                null,
                CertificateContent.VERSION);
    }

    static Credential credential() {
        return new Credential(content(null), ISSUED, PLACE);
    }

    static String signed(SigningKey key) {
        return Jws.sign(credential().payload(ADDRESSES), key);
    }

    /** The old key has been replaced on {@link #ROTATED}. */
    static KeySet keys() {
        return new KeySet(
                ADDRESSES.issuer(),
                List.of(
                        new PublishedKey(OLD.kid(), OLD.publicKey(), Instant.parse("2026-01-01T00:00:00Z"), ROTATED),
                        new PublishedKey(NEW.kid(), NEW.publicKey(), ROTATED, null)));
    }

    /** The key of today signed everything. */
    static KeySet oneKey() {
        return new KeySet(
                ADDRESSES.issuer(),
                List.of(new PublishedKey(NEW.kid(), NEW.publicKey(), Instant.parse("2026-01-01T00:00:00Z"), null)));
    }

    /** Both lists as the key of today signs them. */
    static List<String> lists(Instant asOf, boolean issued, @Nullable String revoked, @Nullable String suspended) {
        return List.of(
                list(StatusPurpose.REVOCATION, asOf, issued, revoked),
                list(StatusPurpose.SUSPENSION, asOf, issued, suspended));
    }

    static String list(StatusPurpose purpose, Instant asOf, boolean issued, @Nullable String reason) {
        var places = new BitSet();
        places.set(3);
        places.set(PLACE.index(), issued);
        var reasons = reason == null ? Map.<Integer, String>of() : Map.of(PLACE.index(), reason);
        return Jws.sign(new StatusList(purpose, 1, asOf, places, reasons).payload(ADDRESSES), NEW);
    }

    static Clock on(String day) {
        return Clock.fixed(Instant.parse(day + "T05:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    }
}
