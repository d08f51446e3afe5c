/**
 * Readers: which Java code reads a key, what it makes of the value, and whether it can hang. The only package that knows
 * JavaParser, and in it only {@link io.github.confgate.fact.java.SyntaxReader}: all else works on {@link
 * io.github.confgate.fact.java.JavaFile}.
 */
@NullMarked
package io.github.confgate.fact.java;

import org.jspecify.annotations.NullMarked;
