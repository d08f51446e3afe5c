/**
 * What Kustomize makes of resources, as far as files say it: bases, patches, images, replicas and generators. Nodes in,
 * nodes out; nothing is fetched and no plugin runs.
 *
 * <p>Imports {@code source} and {@code document}.
 */
@NullMarked
package io.github.confgate.fact.kustomize;

import org.jspecify.annotations.NullMarked;
