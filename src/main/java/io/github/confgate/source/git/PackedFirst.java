package io.github.confgate.source.git;

import java.io.IOException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads packed objects by {@link PackedObjects}, and everything else as JGit does. */
final class PackedFirst extends ObjectReader.Filter {

    private final ObjectReader other;
    private final PackedObjects packed;

    PackedFirst(ObjectReader other, PackedObjects packed) {
        this.other = other;
        this.packed = packed;
    }

    @Override
    protected ObjectReader delegate() {
        return other;
    }

    @Override
    public ObjectReader newReader() {
        return other.newReader();
    }

    @Override
    public ObjectLoader open(AnyObjectId id, int type) throws IOException {
        byte[] bytes = type == OBJ_ANY ? null : packed.read(id, type);
        return bytes == null ? other.open(id, type) : new ObjectLoader.SmallObject(type, bytes);
    }

    @Override
    public void close() {
        packed.close();
        other.close();
    }
}
