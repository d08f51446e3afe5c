package io.github.confgate.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.confgate.source.CommitInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Makes a new repository with a straight history on {@code main}, without a {@code git} and without configuration. */
public final class RepositoryWriter implements AutoCloseable {
    private static final String EMAIL = "demo@example.com";

    private final Repository repository;
    private final Map<String, byte[]> files = new TreeMap<>();
    private @Nullable ObjectId tip;

    private RepositoryWriter(Repository repository) {
        this.repository = repository;
    }

    /** Starts a repository in an empty folder. */
    public static RepositoryWriter create(Path directory) throws IOException {
        QuietSystemReader.install();
        Repository repository =
                new FileRepository(directory.resolve(Constants.DOT_GIT).toFile());
        repository.create();
        RefUpdate head = repository.updateRef(Constants.HEAD);
        head.link(Constants.R_HEADS + "main");
        return new RepositoryWriter(repository);
    }

    /** Commits what is there already, overlaid with {@code changed}; {@code about} has no id yet. */
    public void commit(Map<String, String> changed, CommitInfo about) throws IOException {
        changed.forEach((path, text) -> files.put(path, text.getBytes(UTF_8)));
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            DirCache index = DirCache.newInCore();
            fill(index.builder(), inserter);
            PersonIdent who = new PersonIdent(about.author(), EMAIL, about.time(), ZoneOffset.UTC);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(index.writeTree(inserter));
            if (tip != null) {
                commit.setParentId(tip);
            }
            commit.setAuthor(who);
            commit.setCommitter(who);
            commit.setMessage(about.subject() + "\n");
            tip = inserter.insert(commit);
            inserter.flush();
        }
        RefUpdate main = repository.updateRef(Constants.R_HEADS + "main");
        main.setNewObjectId(tip);
        main.disableRefLog();
        main.update();
    }

    /** Writes the files of the last commit, so that the folder is a work tree without changes. */
    public void checkOut() throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = repository.getWorkTree().toPath().resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        DirCache index = repository.lockDirCache();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            fill(index.builder(), inserter);
            index.write();
            index.commit();
        } finally {
            index.unlock();
        }
    }

    private void fill(DirCacheBuilder builder, ObjectInserter inserter) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            DirCacheEntry entry = new DirCacheEntry(file.getKey());
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setLength(file.getValue().length);
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
            builder.add(entry);
        }
        builder.finish();
    }

    @Override
    public void close() {
        repository.close();
    }
}
