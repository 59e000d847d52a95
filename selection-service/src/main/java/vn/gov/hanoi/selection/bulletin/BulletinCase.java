package vn.gov.hanoi.selection.bulletin;

import static vn.gov.hanoi.selection.bulletin.BulletinMath.bytes;
import static vn.gov.hanoi.selection.bulletin.BulletinMath.hex;
import static vn.gov.hanoi.selection.bulletin.BulletinMath.sha256;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A contest that is checked, and the places found wrong so far. */
record BulletinCase(BulletinJson contest, List<String> wrong) {
    void expect(BulletinJson field, @Nullable Object value) {
        if (!Objects.equals(field.plain(), value == null ? null : value.toString())) {
            wrong.add(field.path());
        }
    }

    /** What was sealed, its salt or its commitment was altered; which of them, nobody can know. */
    boolean committed(BulletinJson holder, String name, String content) {
        boolean fits = sha256(hex(holder.at("salt")), bytes(content))
                .equals(holder.at(name).plain());
        if (!fits) {
            wrong.add(holder.path());
        }
        return fits;
    }
}
