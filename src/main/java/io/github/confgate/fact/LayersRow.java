package io.github.confgate.fact;

import io.github.confgate.document.Lookup;
import io.github.confgate.source.FileVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What an environment got for a key from layers over each other, told by what each of them said. */
final class LayersRow implements Retelling.Row {

    private final List<LayerPast> layers;
    private final int before;
    private final KeyTimeline timeline;
    private final IntFunction<FileVersion> versions;
    private int point = Integer.MAX_VALUE;

    /**
     * @param layers highest first
     * @param before the number of the commit before which the newest state is that is told
     * @param versions what timelines hear of a commit
     */
    LayersRow(List<LayerPast> layers, int before, KeyTimeline timeline, IntFunction<FileVersion> versions) {
        this.layers = List.copyOf(layers);
        this.before = before;
        this.timeline = timeline;
        this.versions = versions;
    }

    @Override
    public int point() {
        return point;
    }

    @Override
    public boolean next() {
        int newest = -1;
        for (LayerPast layer : layers) {
            newest = Math.max(newest, layer.newest());
        }
        if (newest < 0) {
            return false;
        }
        if (newest < before) {
            timeline.tell(versions.apply(newest), held());
        }
        if (timeline.isDone()) {
            return false;
        }
        for (LayerPast layer : layers) {
            layer.goBefore(newest);
        }
        point = newest;
        return true;
    }

    private Optional<Lookup.Held> held() {
        LayerStack.Search search = new LayerStack.Search();
        for (LayerPast layer : layers) {
            for (LayerStack.Said said : layer.said()) {
                if (search.isOver(said.held(), said.ends(), layer.path())) {
                    return search.found().map(Stack.Found::held);
                }
            }
        }
        return search.found().map(Stack.Found::held);
    }
}
