package io.github.confgate.fact.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.confgate.fact.Reader;
import io.github.confgate.fact.cache.CacheFolder;
import io.github.confgate.source.RangeRequest;
import io.github.confgate.source.SourceFile;
import io.github.confgate.source.SourceReader;
import io.github.confgate.source.git.GitRepository;
import io.github.confgate.testing.TestRepository;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class CodeCacheTest {
    private static final WantedKey KEY = WantedKey.key("auth.server.url");

    @TempDir
    Path temporary;

    private Path folder = Path.of("");
    private TestRepository repository = TestRepository.at(Path.of(""));
    private int read;

    @BeforeEach
    void prepare() {
        folder = temporary.resolve("cache/confgate");
        repository = TestRepository.in(temporary.resolve("repository"));
        repository.write(
                "src/main/java/AuthClient.java",
                "class AuthClient {\n    @Value(\"${auth.server.url}\")\n    private String url;\n}\n");
        repository.write("src/main/java/Other.java", "class Other {\n    private String name = \"other\";\n}\n");
        repository.commit("Start");
    }

    @Test
    void whatIsKnownIsNotReadAgain() {
        List<Reader> cold = readers(new CodeCaches(folder));
        assertThat(cold)
                .extracting(reader -> reader.location().path())
                .containsExactly("src/main/java/AuthClient.java");
        assertThat(read).isPositive();
        read = 0;
        assertThat(readers(new CodeCaches(folder))).isEqualTo(cold);
        assertThat(read).isZero();
    }

    @Test
    void aFileThatMovesIsKnownUnderItsNewPath() {
        readers(new CodeCaches(folder));
        read = 0;
        repository.git("mv", "src/main/java/AuthClient.java", "src/main/java/Renamed.java");
        repository.commit("Rename");
        assertThat(readers(new CodeCaches(folder)))
                .extracting(reader -> reader.location().path())
                .containsExactly("src/main/java/Renamed.java");
        assertThat(read).isZero();
    }

    @Test
    void aFileThatChangesIsReadAgain() {
        readers(new CodeCaches(folder));
        repository
                .write("src/main/java/AuthClient.java", "class AuthClient {\n}\n")
                .commit("Read it no longer");
        assertThat(readers(new CodeCaches(folder))).isEmpty();
        repository
                .write("src/main/java/Other.java", "class Other {\n  @Value(\"${auth.server.url}\") String url;\n}\n")
                .commit("Read it elsewhere");
        assertThat(readers(new CodeCaches(folder)))
                .extracting(reader -> reader.location().path())
                .containsExactly("src/main/java/Other.java");
    }

    @Test
    void nobodyElseCanHideAReader() throws IOException {
        List<Reader> cold = readers(new CodeCaches(folder));
        Path own = file(folder);
        // An attacker's own confgate, with a key of its own, has been told that the files hold nothing.
        Path planted = temporary.resolve("attacker/confgate");
        CodeCache lies = Objects.requireNonNull(cache(planted, ScanStamp.get().orElseThrow()));
        blobs().forEach(blob -> lies.add(blob, new Words(new int[0])));
        lies.save();
        Files.copy(planted.resolve("lies.scan"), own, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(readers(new CodeCaches(folder))).isEqualTo(cold);
        // The same with the user's key does: whoever has it can as well change confgate.
        Files.copy(folder.resolve("key"), planted.resolve("key"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        CodeCache sealed = Objects.requireNonNull(cache(planted, ScanStamp.get().orElseThrow()));
        blobs().forEach(blob -> sealed.add(blob, new Words(new int[0])));
        sealed.save();
        Files.copy(planted.resolve("lies.scan"), own, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(readers(new CodeCaches(folder))).isEmpty();
    }

    @Test
    void whatAnotherBuildHasFoundCountsForNothing() throws IOException {
        List<Reader> cold = readers(new CodeCaches(folder));
        String name = file(folder).getFileName().toString().replace(".scan", "");
        CodeCache older = new CodeCache(
                CacheFolder.open(folder).folder(), name, ScanStamp.get().orElseThrow() + 1);
        blobs().forEach(blob -> older.add(blob, new Words(new int[0])));
        older.save();
        assertThat(readers(new CodeCaches(folder))).isEqualTo(cold);
    }

    @Test
    void aFolderWithinTheRepositoryIsNotUsed() {
        for (String inside : List.of(".cache/confgate", ".git/confgate")) {
            CodeCaches caches = new CodeCaches(repository.path(inside));
            assertThat(readers(caches)).hasSize(1);
            assertThat(caches.unused()).isEqualTo(repository.path(inside) + " lies within the repository");
            assertThat(repository.path(inside)).doesNotExist();
        }
    }

    @Test
    void whereNothingIsKeptNothingIsWritten() throws IOException {
        assertThat(readers(CodeCaches.none())).hasSize(1);
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).containsExactly(repository.dir());
        }
    }

    private static CodeCache cache(Path folder, long stamp) {
        return new CodeCache(CacheFolder.open(folder).folder(), "lies", stamp);
    }

    private static Path file(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".scan"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> blobs() {
        try (GitRepository git = GitRepository.open(repository.dir())) {
            return java(git).stream().map(SourceFile::blob).toList();
        }
    }

    private static List<SourceFile> java(SourceReader git) {
        return git.files(git.resolve(new RangeRequest.Between("HEAD", "HEAD")).head(), MainCode::isIt);
    }

    private List<Reader> readers(CodeCaches caches) {
        try (GitRepository git = GitRepository.open(repository.dir())) {
            SourceReader counted = (SourceReader) Proxy.newProxyInstance(
                    CodeCacheTest.class.getClassLoader(),
                    new Class<?>[] {SourceReader.class},
                    (proxy, method, args) -> {
                        if (method.getName().startsWith("read")) {
                            read += args[0] instanceof List<?> list ? list.size() : 1;
                        }
                        try {
                            return method.invoke(git, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            ReaderFinder finder = new ReaderFinder(counted, java(counted), caches.of(counted));
            Map<WantedKey, List<Reader>> found = finder.readers(Set.of(KEY));
            finder.save();
            return found.getOrDefault(KEY, List.of());
        }
    }
}
