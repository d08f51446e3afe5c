package io.github.confgate.source.git;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * What {@code .gitignore} files and {@code info/exclude} leave out. A user's own ignore file is no part of the
 * repository and does not count.
 */
final class IgnoreRules {

    private static final int LONGEST = 1024 * 1024;

    private final Disk disk;
    private final IgnoreNode exclude;
    private final Map<String, IgnoreNode> byFolder = new ConcurrentHashMap<>();

    IgnoreRules(Disk disk, File commonGitDir) {
        this.disk = disk;
        this.exclude = parse(bytesOf(new File(commonGitDir, "info/exclude")));
    }

    /** Whether the path or a folder above it is ignored. */
    boolean ignoresWithin(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (ignores(path.substring(0, slash), true)) {
                return true;
            }
        }
        return ignores(path, false);
    }

    /** Whether the path is ignored, given that no folder above it is. The nearest {@code .gitignore} has the say. */
    boolean ignores(String path, boolean folder) {
        for (int slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
            Boolean said = rules(path.substring(0, slash)).checkIgnored(path.substring(slash + 1), folder);
            if (said != null) {
                return said;
            }
        }
        Boolean said = rules("").checkIgnored(path, folder);
        if (said == null) {
            said = exclude.checkIgnored(path, folder);
        }
        return said != null && said;
    }

    private IgnoreNode rules(String folder) {
        IgnoreNode known = byFolder.get(folder);
        if (known == null) {
            known = read(folder.isEmpty() ? ".gitignore" : folder + "/.gitignore");
            byFolder.put(folder, known);
        }
        return known;
    }

    private IgnoreNode read(String path) {
        if (!disk.canSpell(path)
                || disk.look(path).filter(BasicFileAttributes::isRegularFile).isEmpty()) {
            return new IgnoreNode();
        }
        try {
            return parse(disk.read(path, LONGEST));
        } catch (IOException e) {
            return new IgnoreNode();
        }
    }

    private static byte[] bytesOf(File file) {
        try {
            return Files.isRegularFile(file.toPath()) ? Files.readAllBytes(file.toPath()) : new byte[0];
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static IgnoreNode parse(byte[] bytes) {
        IgnoreNode node = new IgnoreNode();
        try {
            node.parse(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return node;
    }
}
