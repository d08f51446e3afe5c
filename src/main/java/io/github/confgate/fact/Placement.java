package io.github.confgate.fact;

import io.github.confgate.document.KeyPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a configuration file belongs.
 *
 * @param part the document of the file that this is about; null for the whole file
 * @param environment null for a shared layer, and for a file that belongs to none
 * @param families names that the file shares with its counterparts, most telling first
 * @param place what tells which environments make a pipeline with this one
 * @param layerOf the environments that take the file as a shared layer; empty for any other file
 * @param reason for people, without a full stop
 */
public record Placement(
        String path,
        KeyPath.@Nullable Segment part,
        @Nullable Environment environment,
        List<String> families,
        String place,
        List<Environment> layerOf,
        String reason) {

    public Placement {
        families = List.copyOf(families);
        layerOf = List.copyOf(layerOf);
    }

    /** Whether it is a section of the file that the environment has there, and not the file. */
    public boolean isSection() {
        return Sections.isSection(this);
    }

    /** Whether nothing tells which environments take the file. */
    public boolean isUnmapped() {
        return environment == null && layerOf.isEmpty();
    }
}
