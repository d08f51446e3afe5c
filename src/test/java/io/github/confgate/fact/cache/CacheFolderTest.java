package io.github.confgate.fact.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class CacheFolderTest {

    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void name() {
        folder = temporary.resolve("home/.cache/confgate");
    }

    @Test
    void whatWasWrittenIsReadAgainByTheSameUserOnly() throws IOException {
        open().write("a", "known".getBytes(UTF_8));
        assertThat(text("a")).contains("known");
        assertThat(text("b")).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"))
                    .hasSize(2);
        }
    }

    @Test
    void everyByteIsSealed() throws IOException {
        open().write("a", "known".getBytes(UTF_8));
        byte[] whole = Files.readAllBytes(file("a"));
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(file("a"), changed);
            assertThat(text("a")).as("byte %s", i).isEmpty();
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file("a"), java.util.Arrays.copyOf(whole, length));
            assertThat(text("a")).as("%s bytes", length).isEmpty();
        }
    }

    @Test
    void whatAnotherKeyHasSealedIsNotRead() throws IOException {
        Path other = temporary.resolve("other/confgate");
        Objects.requireNonNull(CacheFolder.open(other).folder()).write("a", "planted".getBytes(UTF_8));
        open().write("a", "known".getBytes(UTF_8));
        Files.copy(other.resolve("a.scan"), file("a"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(text("a")).isEmpty();
    }

    @Test
    void aKeyThatOthersCanReadIsReplaced() throws IOException {
        open().write("a", "known".getBytes(UTF_8));
        Files.setPosixFilePermissions(folder.resolve("key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(text("a")).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        open().write("a", "known".getBytes(UTF_8));
        Files.move(file("a"), temporary.resolve("moved"));
        Files.createSymbolicLink(file("a"), temporary.resolve("moved"));
        assertThat(text("a")).isEmpty();

        Files.move(folder, temporary.resolve("elsewhere"));
        Files.createSymbolicLink(folder, temporary.resolve("elsewhere"));
        assertThat(CacheFolder.open(folder).unused()).isEqualTo(folder + " is no folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx---rwx", "rwxrwxrwx"})
    void aFolderThatOthersMayWriteToIsNotUsed(String permissions) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        CacheFolder.Opened opened = CacheFolder.open(folder);
        assertThat(opened.folder()).isNull();
        assertThat(opened.unused()).isEqualTo(folder + " can be written by others");
    }

    @Test
    void aFolderThatOthersMayReplaceIsNotUsed() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(CacheFolder.open(folder).unused()).isEqualTo(folder + " can be written by others");
    }

    @Test
    void aFileInItsPlaceIsNoFolder() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "");
        assertThat(CacheFolder.open(folder).unused()).isEqualTo(folder + " is no folder");
    }

    @Test
    void theOldestGoWhereThereIsTooMuch() throws IOException {
        byte[] large = new byte[20 * 1024 * 1024];
        for (int i = 0; i < 4; i++) {
            open().write("f" + i, large);
            if (i < 3) {
                Files.setLastModifiedTime(file("f" + i), FileTime.fromMillis(1_000_000L * (i == 1 ? 1 : i + 5)));
            }
        }
        assertThat(file("f1")).doesNotExist();
        assertThat(file("f0")).exists();
        assertThat(file("f2")).exists();
        assertThat(file("f3")).exists();
    }

    private Path file(String name) {
        return folder.resolve(name + ".scan");
    }

    private CacheFolder open() {
        CacheFolder.Opened opened = CacheFolder.open(folder);
        assertThat(opened.unused()).isEmpty();
        return Objects.requireNonNull(opened.folder());
    }

    private Optional<String> text(String name) {
        return open().read(name).map(ByteBuffer::slice).map(bytes -> UTF_8.decode(bytes)
                .toString());
    }
}
