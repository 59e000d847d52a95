package vn.gov.hanoi.localstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import vn.gov.hanoi.localstack.Ports;

/** The folder {@code .congvu} of an installation: what it remembers between starts. */
final class Home {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    Home(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    Path folder() {
        return folder;
    }

    Path data(Part part) {
        return folder.resolve("data").resolve(part.key());
    }

    Path log(Part part) {
        return log(part, 1);
    }

    Path log(Part part, int replica) {
        return folder.resolve("log").resolve(name(part, replica) + ".log");
    }

    Path pid(Part part, int replica) {
        return folder.resolve("run").resolve(name(part, replica) + ".pid");
    }

    /** The first replica has the name of the part. */
    private static String name(Part part, int replica) {
        return replica == 1 ? part.key() : part.key() + "-" + replica;
    }

    Path officers() {
        return folder.resolve("loaded");
    }

    /** The remembered port; at the first start the preferred one, or the next free one above it. */
    int port(Part part) {
        return port(part, 1);
    }

    int port(Part part, int replica) {
        return port(name(part, replica), part.preferredPort());
    }

    int managementPort(Part part) {
        return managementPort(part, 1);
    }

    int managementPort(Part part, int replica) {
        return port(name(part, replica) + ".management", part.preferredManagementPort());
    }

    void requireFreePorts(Part part) {
        var ports =
                part.preferredManagementPort() == 0 ? List.of(port(part)) : List.of(port(part), managementPort(part));
        for (int port : ports) {
            if (!Ports.isFree(port)) {
                throw new IllegalStateException(
                        "port %d, which %s of this installation uses, is taken by another process. Stop that process, or write another number into %s"
                                .formatted(port, part.label(), folder.resolve("ports.properties")));
            }
        }
    }

    String url(Part part) {
        return url(part, 1);
    }

    String url(Part part, int replica) {
        return "http://localhost:" + port(part, replica);
    }

    private synchronized int port(String key, int preferred) {
        var ports = read("ports.properties");
        var known = ports.getProperty(key);
        if (known != null) {
            return Integer.parseInt(known);
        }
        int port = Ports.freeFrom(preferred);
        while (ports.containsValue(String.valueOf(port))) {
            port = Ports.freeFrom(port + 1);
        }
        ports.setProperty(key, String.valueOf(port));
        write("ports.properties", ports);
        return port;
    }

    /** A secret of this installation, made at its first use, readable for its owner only. */
    synchronized String secret(String name) {
        var secrets = read("secrets.properties");
        var known = secrets.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var made = name.startsWith("sealing") || name.equals("number-key")
                ? Base64.getEncoder().encodeToString(bytes)
                : Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, 20);
        secrets.setProperty(name, made);
        write("secrets.properties", secrets);
        return made;
    }

    /** A key pair of this installation, made at its first use. */
    synchronized SystemLogin.Keys keys(String name) {
        var secrets = read("secrets.properties");
        if (secrets.getProperty(name + ".private") == null) {
            var made = SystemLogin.Keys.make();
            secrets.setProperty(name + ".private", made.privateKey());
            secrets.setProperty(name + ".public", made.publicKey());
            write("secrets.properties", secrets);
        }
        return new SystemLogin.Keys(secrets.getProperty(name + ".private"), secrets.getProperty(name + ".public"));
    }

    /** Forgets everything but the logs of the last start. */
    void wipe() {
        for (var name : new String[] {"data", "run", "loaded", "ports.properties", "secrets.properties"}) {
            delete(folder.resolve(name));
        }
    }

    private static void delete(Path path) {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var paths = Files.walk(path)) {
            for (var each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot forget " + path, e);
        }
    }

    private Properties read(String name) {
        var properties = new Properties();
        var file = folder.resolve(name);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private void write(String name, Properties properties) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(name);
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                properties.store(writer, "Made by ./congvu; ./congvu down --wipe forgets it");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
