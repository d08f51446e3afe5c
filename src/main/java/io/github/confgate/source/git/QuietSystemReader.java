package io.github.confgate.source.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit gets to know of the machine: nothing. No system, user or JGit configuration, no environment variable.
 *
 * <p>Looking for the system configuration would start a {@code git} process. And where no configuration says how exact
 * the file system's timestamps are, JGit measures it, for three seconds.
 */
final class QuietSystemReader extends SystemReader.Delegate {

    private QuietSystemReader(SystemReader delegate) {
        super(delegate);
    }

    /** Takes effect for the whole process; must come before JGit touches its first file. */
    static synchronized void install() {
        SystemReader current = SystemReader.getInstance();
        if (!(current instanceof QuietSystemReader)) {
            SystemReader.setInstance(new QuietSystemReader(current));
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return null;
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new InMemory(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new InMemory(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new InMemory(parent, fs);
    }

    private static final class InMemory extends FileBasedConfig {

        private InMemory(@Nullable Config parent, FS fs) {
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
        public @Nullable String getString(String section, @Nullable String subsection, String name) {
            // The subsection names the JVM and the disk, so the answer cannot be a stored entry.
            return section.equals("filesystem") ? "1 us" : super.getString(section, subsection, name);
        }
    }
}
