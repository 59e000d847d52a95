package vn.gov.hanoi.kernel.table;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.ZipFile;

/**
 * The texts that cells of a workbook refer to by number. They can be as large as the file, so they stand in a temporary file, of
 * which the memory only has the places.
 */
final class SharedTexts implements Closeable {
    /** Most texts: ten of their own in each row. */
    private static final int MOST = 5_000_000;

    private final Arena arena = Arena.ofShared();
    private final Path file;
    private final MemorySegment bytes;
    private final int[] ends;

    private SharedTexts(Path file, int[] ends) throws IOException {
        this.file = file;
        this.ends = ends;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            this.bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    /** Reads the part of this name. Throws {@link UnreadableTable}: WORKBOOK_BROKEN, WORKBOOK_TOO_LARGE. */
    static SharedTexts read(ZipFile zip, String name, long most) throws IOException {
        var file = Files.createTempFile("import", ".texts");
        try (var part = XmlPart.open(zip, name, most)) {
            return new SharedTexts(file, write(part, file));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static int[] write(XmlPart part, Path file) throws IOException {
        var ends = new int[1_024];
        int number = 0;
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            while (part.next()) {
                if (!part.begins("si")) {
                    continue;
                }
                if (number == MOST) {
                    throw GuardedXml.tooLarge();
                }
                ends = number == ends.length ? Arrays.copyOf(ends, number * 2) : ends;
                out.write(CellText.rich(part, "si").getBytes(StandardCharsets.UTF_8));
                if (out.size() == Integer.MAX_VALUE) {
                    throw GuardedXml.tooLarge();
                }
                ends[number++] = out.size();
            }
        }
        return Arrays.copyOf(ends, number);
    }

    /** Throws {@link UnreadableTable} (WORKBOOK_BROKEN) for a number that is not there. */
    String get(int number) {
        if (number < 0 || number >= ends.length) {
            throw XmlPart.broken();
        }
        int from = number == 0 ? 0 : ends[number - 1];
        var text = bytes.asSlice(from, ends[number] - from).toArray(ValueLayout.JAVA_BYTE);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        arena.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
