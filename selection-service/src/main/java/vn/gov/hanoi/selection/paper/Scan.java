package vn.gov.hanoi.selection.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A file as it arrives. Its name and its type are not looked at. */
final class Scan {
    private final byte[] bytes;

    private Scan(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Refusal: selection.script-too-large. */
    static Scan of(FileUpload file) {
        if (file.size() > ScriptPages.MOST_BYTES) {
            throw ScriptPages.tooLarge();
        }
        try {
            return new Scan(Files.readAllBytes(file.uploadedFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** SHA-256 in hexadecimal; stands for the content where a request is compared with an earlier one. */
    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
