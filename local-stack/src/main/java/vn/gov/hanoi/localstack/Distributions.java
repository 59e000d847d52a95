package vn.gov.hanoi.localstack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Finds the project and the server distributions that its build unpacked. */
public final class Distributions {
    private static final int OWNER_EXECUTES = 0100;

    private Distributions() {}

    /** The folder of the project: the nearest one upwards that has {@code .mvn}. */
    public static Path projectRoot() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the project: no folder above has .mvn");
    }

    /** Folder with the jars of the Kafka broker. */
    public static Path kafka() {
        return required("kafka");
    }

    /** Folder of the Keycloak server. */
    public static Path keycloak() {
        try (var folders = Files.list(target())) {
            return folders.filter(folder ->
                            folder.getFileName().toString().startsWith("keycloak-") && Files.isDirectory(folder))
                    .findFirst()
                    .orElseThrow(() -> missing("keycloak"));
        } catch (IOException _) {
            throw missing("keycloak");
        }
    }

    /** Folder with {@code bin/postgres}; unpacked at the first call. */
    public static Path postgres() {
        var folder = target().resolve("postgres");
        var marker = folder.resolve(".unpacked");
        if (!Files.exists(marker)) {
            unpackPostgres(folder, marker);
        }
        return folder;
    }

    /** Several test processes may come at once: the first unpacks, the others wait. */
    private static void unpackPostgres(Path folder, Path marker) {
        boolean arm = System.getProperty("os.arch").toLowerCase(Locale.ROOT).contains("aarch64");
        var archive =
                required("postgres-archives").resolve(arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz");
        try (var channel = FileChannel.open(
                        target().resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(marker)) {
                extract(archive, folder);
                Files.createFile(marker);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked to " + folder, e);
        }
    }

    /**
     * A folder that is the same for all who ask for it, and takes longer to make than to copy. The first call makes it; other processes wait.
     *
     * @param name of another name is what was made in another way
     * @param maker fills the folder it is given
     */
    static synchronized Path made(String name, Consumer<Path> maker) {
        var folder = target().resolve(name);
        if (!Files.exists(folder)) {
            try (var channel = FileChannel.open(
                            target().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.exists(folder)) {
                    var unfinished = target().resolve(name + ".unfinished");
                    Folders.delete(unfinished);
                    maker.accept(Files.createDirectory(unfinished));
                    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    private static void extract(Path archive, Path folder) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.deleteIfExists(target);
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                    Files.setPosixFilePermissions(target, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        var permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & OWNER_EXECUTES) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }

    private static Path target() {
        return projectRoot().resolve("local-stack/distributions/target");
    }

    private static Path required(String name) {
        var folder = target().resolve(name);
        if (!Files.isDirectory(folder)) {
            throw missing(name);
        }
        return folder;
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("the " + name
                + " distribution is not unpacked; run ./congvu up, or ./mvnw -pl local-stack/distributions package");
    }
}
