package io.github.confgate.document;

/**
 * One document of a file: most files have one, a YAML stream or a Spring properties file may have several.
 *
 * @param id what tells it from the others: {@code [kind=Deployment,name=web]}, {@code [profile=production]} or its
 *     number {@code [0]}
 */
public record Part(KeyPath.Segment id, Node root) {}
