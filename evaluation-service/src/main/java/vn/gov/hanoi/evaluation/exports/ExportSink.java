package vn.gov.hanoi.evaluation.exports;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Cuts a file into chunks as it is written, and takes its digest. */
final class ExportSink extends OutputStream {
    private static final int CHUNK = 1 << 20;

    private final ChunkTarget target;
    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[CHUNK];
    private int filled;
    private int number;
    private long bytes;

    /** Takes the chunks. */
    interface ChunkTarget {
        /** @param number from 1 */
        void take(int number, byte[] content);
    }

    ExportSink(ChunkTarget target) {
        this.target = target;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] given, int offset, int length) {
        for (int done = 0; done < length; ) {
            int part = Math.min(length - done, CHUNK - filled);
            System.arraycopy(given, offset + done, buffer, filled, part);
            filled += part;
            done += part;
            if (filled == CHUNK) {
                pass();
            }
        }
    }

    private void pass() {
        digest.update(buffer, 0, filled);
        bytes += filled;
        target.take(++number, Arrays.copyOf(buffer, filled));
        filled = 0;
    }

    /** Passes the rest on. @return SHA-256 of the file */
    byte[] finish() {
        if (filled > 0) {
            pass();
        }
        return digest.digest();
    }

    /** Length of what was passed on. */
    long bytes() {
        return bytes;
    }
}
