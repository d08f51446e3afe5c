package io.github.confgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class UserFolderTest {

    @Test
    void whatTheUserNamesGoesFirst() {
        Map<String, String> both = Map.of("HOME", "/home/ada", "XDG_CACHE_HOME", "/var/cache/ada");
        assertThat(UserFolder.of(both, "Linux")).contains(Path.of("/var/cache/ada"));
        assertThat(UserFolder.of(both, "Mac OS X")).contains(Path.of("/var/cache/ada"));
    }

    @Test
    void elseItIsWhereTheSystemKeepsSuchThings() {
        Map<String, String> home = Map.of("HOME", "/home/ada", "LOCALAPPDATA", "/c/ada/local");
        assertThat(UserFolder.of(home, "Linux")).contains(Path.of("/home/ada/.cache"));
        assertThat(UserFolder.of(home, "Mac OS X")).contains(Path.of("/home/ada/Library/Caches"));
        assertThat(UserFolder.of(home, "Windows 11")).contains(Path.of("/c/ada/local"));
    }

    @Test
    void aFolderThatDependsOnWhereOneStandsIsNone() {
        Map<String, String> relative = Map.of("HOME", "", "XDG_CACHE_HOME", "cache");
        assertThat(UserFolder.of(relative, "Linux")).isEqualTo(Optional.empty());
        assertThat(UserFolder.of(Map.of(), "Linux")).isEqualTo(Optional.empty());
    }
}
