package io.github.confgate.bench;

import java.io.File;
import java.io.IOException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * The least that a JVM with JGit can do: opens a repository and resolves two commits. What confgate's start is measured
 * against. Like confgate it has JGit neither probe the file system nor start {@code git}.
 *
 * <p>Run as {@code java -cp target/confgate.jar src/bench/java/io/github/confgate/bench/BareJvm.java DIR BASE HEAD}, or
 * compiled first, so that the compiler is not measured.
 */
public final class BareJvm {
    private BareJvm() {}

    public static void main(String[] args) throws IOException {
        SystemReader.setInstance(new Silent(SystemReader.getInstance()));
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(new File(args[0]).getAbsoluteFile());
        try (Repository repository = builder.setMustExist(true).build();
                RevWalk walk = new RevWalk(repository)) {
            for (int i = 1; i <= 2; i++) {
                ObjectId id = repository.resolve(args[i]);
                System.out.println(walk.parseCommit(id).name());
            }
        }
    }

    private static final class Silent extends SystemReader.Delegate {
        private Silent(SystemReader delegate) {
            super(delegate);
        }

        @Override
        public FileBasedConfig openSystemConfig(Config parent, FS fs) {
            return new Nothing(parent, fs);
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return new Nothing(parent, fs);
        }

        @Override
        public FileBasedConfig openJGitConfig(Config parent, FS fs) {
            return new Nothing(parent, fs);
        }
    }

    private static final class Nothing extends FileBasedConfig {
        private Nothing(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public void save() {
            // There is no file.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public String getString(String section, String subsection, String name) {
            return section.equals("filesystem") ? "1 us" : super.getString(section, subsection, name);
        }
    }
}
