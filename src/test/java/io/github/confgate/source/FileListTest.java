package io.github.confgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileListTest {

    private static final Revision REVISION = new Revision.Commit("1".repeat(40));

    @Test
    void givesBackTheFilesOfTheRevisionThatIsNamed() {
        FileList.Names names = new FileList.Names();
        FileList files = new FileList(names);
        SourceFile file = new SourceFile("a.yml", SourceFile.Kind.FILE, "a".repeat(40), REVISION);
        SourceFile link = new SourceFile("a.yml", SourceFile.Kind.SYMLINK, "b".repeat(40), REVISION);
        files.add(file);
        files.add(null);
        files.add(link);

        assertThat(files.size()).isEqualTo(3);
        assertThat(files.get(0, REVISION)).isEqualTo(file);
        assertThat(files.get(1, REVISION)).isNull();
        assertThat(files.get(2, REVISION)).isEqualTo(link);
        assertThat(names.paths()).containsExactly("a.yml");
    }
}
