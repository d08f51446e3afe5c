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
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private static final String ANSWERS = "-answers.scan";

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
        Files.delete(answers(folder));
        // An attacker's own confgate, with a key of its own, has been told that the files hold nothing.
        Path planted = temporary.resolve("attacker/confgate");
        CodeCache lies = Objects.requireNonNull(cache(planted, ScanStamp.get().orElseThrow()));
        blobs().forEach(blob -> lies.add(blob, new Words(new int[0])));
        lies.save();
        Files.copy(planted.resolve("lies.scan"), own, StandardCopyOption.REPLACE_EXISTING);
        assertThat(readers(new CodeCaches(folder))).isEqualTo(cold);
        // The same with the user's key does: whoever has it can as well change confgate.
        Files.copy(folder.resolve("key"), planted.resolve("key"), StandardCopyOption.REPLACE_EXISTING);
        CodeCache sealed = Objects.requireNonNull(cache(planted, ScanStamp.get().orElseThrow()));
        blobs().forEach(blob -> sealed.add(blob, new Words(new int[0])));
        sealed.save();
        Files.delete(answers(folder));
        Files.copy(planted.resolve("lies.scan"), own, StandardCopyOption.REPLACE_EXISTING);
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
        Files.delete(answers(folder));
        assertThat(readers(new CodeCaches(folder))).isEqualTo(cold);
    }

    @Test
    void aQuestionAboutTheSameFilesIsAnsweredWithoutThem() throws IOException {
        repository.write("src/main/java/Client.java", """
                class Client {
                    @Min(2)
                    @Value("${auth.server.url:http://localhost}")
                    private String url;

                    Object ask() {
                        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), null);
                    }
                }
                """);
        repository.commit("Ask");
        List<Reader> cold = readers(new CodeCaches(folder));
        assertThat(cold).hasSize(2);
        assertThat(cold.get(1).waits().made()).isNotNull();
        assertThat(cold.get(1).constraints()).hasSize(1);
        Files.delete(file(folder));
        read = 0;
        assertThat(readers(new CodeCaches(folder))).isEqualTo(cold);
        assertThat(read).isZero();
    }

    @Test
    void nobodyElseCanPlantAnAnswer() throws IOException {
        List<Reader> cold = readers(new CodeCaches(folder));
        Path planted = temporary.resolve("attacker/confgate");
        lie(planted, "lies", ScanStamp.get().orElseThrow());
        Files.copy(planted.resolve("lies.scan"), answers(folder), StandardCopyOption.REPLACE_EXISTING);
        assertThat(readers(new CodeCaches(folder))).isEqualTo(cold);
        // With the key of the user it counts, so the copy above was not refused for its form.
        Files.copy(folder.resolve("key"), planted.resolve("key"), StandardCopyOption.REPLACE_EXISTING);
        lie(planted, "lies", ScanStamp.get().orElseThrow());
        Files.copy(planted.resolve("lies.scan"), answers(folder), StandardCopyOption.REPLACE_EXISTING);
        assertThat(readers(new CodeCaches(folder))).isEmpty();
    }

    @Test
    void anAnswerOfAnotherBuildCountsForNothing() throws IOException {
        List<Reader> cold = readers(new CodeCaches(folder));
        String name = answers(folder).getFileName().toString().replace(".scan", "");
        lie(folder, name, ScanStamp.get().orElseThrow() + 1);
        assertThat(readers(new CodeCaches(folder))).isEqualTo(cold);
    }

    @Test
    void anAnswerCutShortIsAskedAgain() throws IOException {
        List<Reader> cold = readers(new CodeCaches(folder));
        String name = answers(folder).getFileName().toString().replace(".scan", "");
        CacheFolder own = Objects.requireNonNull(CacheFolder.open(folder).folder());
        ByteBuffer whole = own.read(name).orElseThrow();
        for (int length = 0; length < whole.remaining(); length++) {
            byte[] cut = new byte[length];
            whole.duplicate().get(cut);
            own.write(name, cut);
            assertThat(readers(new CodeCaches(folder))).isEqualTo(cold);
        }
    }

    @Test
    void whatCouldNotBeReadIsToldEachTime() {
        repository.write("src/main/java/Broken.java", "class Broken { String a = \"${auth.server.url}\"; @Value( }\n");
        repository.commit("Break it");
        for (int i = 0; i < 2; i++) {
            try (GitRepository git = GitRepository.open(repository.dir())) {
                ReaderFinder finder = new ReaderFinder(git, java(git), new CodeCaches(folder).of(git));
                finder.readers(Set.of(KEY));
                finder.save();
                assertThat(finder.diagnostics()).hasSize(1);
            }
        }
    }

    /** Says that nobody reads the key. */
    private void lie(Path where, String name, long stamp) {
        try (GitRepository git = GitRepository.open(repository.dir())) {
            Answers lies = new Answers(CacheFolder.open(where).folder(), name, stamp, java(git));
            lies.add(Set.of(KEY), Map.of());
            lies.save();
        }
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
            return files.filter(file -> file.toString().endsWith(".scan")
                            && !file.toString().endsWith(ANSWERS))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The file of what was answered, beside that of what was seen. */
    private static Path answers(Path folder) throws IOException {
        return folder.resolve(file(folder).getFileName().toString().replace(".scan", ANSWERS));
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
