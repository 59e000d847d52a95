package vn.gov.hanoi.localstack.defence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** A copy of the sources in which things may be broken. What an earlier run has built there is kept, so that little is compiled again. */
final class SourceCopy {
    private static final Path SERVERS = Path.of("local-stack/distributions/target");
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".congvu", "node_modules");

    private final Path project;
    private final Path folder;

    private SourceCopy(Path project, Path folder) {
        this.project = project;
        this.folder = folder;
    }

    static SourceCopy of(Path project) {
        var copy = new SourceCopy(project, project.resolve("target/defences"));
        try {
            copy.bringUpToDate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    Path folder() {
        return folder;
    }

    /** Works without the defence, and puts it back whatever happens. */
    void without(Defence defence, Runnable work) {
        var file = folder.resolve(defence.file());
        try {
            var whole = Files.readString(file);
            Files.writeString(file, defence.takenOutOf(whole));
            try {
                work.run();
            } finally {
                Files.writeString(file, whole);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void bringUpToDate() throws IOException {
        Files.createDirectories(folder);
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(each.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(folder.resolve(project.relativize(each)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                var target = folder.resolve(project.relativize(each));
                if (Files.notExists(target) || Files.mismatch(each, target) >= 0) {
                    Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        deleteWhatIsGone();
        if (Files.notExists(folder.resolve(SERVERS))) {
            Files.createSymbolicLink(folder.resolve(SERVERS), project.resolve(SERVERS));
        }
    }

    private void deleteWhatIsGone() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                return LEFT_OUT.contains(each.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isSymbolicLink() && Files.notExists(project.resolve(folder.relativize(each)))) {
                    Files.delete(each);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
