package io.github.confgate.fact.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a Java file with JavaParser, at the newest language level that it knows. Loaded only when there is a file to
 * parse.
 */
final class SyntaxReader {

    private static final ParserConfiguration CONFIGURATION = new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false)
            .setLexicalPreservationEnabled(false);

    private SyntaxReader() {}

    /** The file; empty when it is no Java that the parser knows. */
    static Optional<JavaFile> read(String path, byte[] bytes) {
        ParseResult<CompilationUnit> result =
                new JavaParser(CONFIGURATION).parse(new String(bytes, StandardCharsets.UTF_8));
        if (!result.isSuccessful() || result.getResult().isEmpty()) {
            return Optional.empty();
        }
        CompilationUnit unit = result.getResult().get();
        return Optional.of(new JavaFile(
                path,
                unit.getPackageDeclaration()
                        .map(declaration -> declaration.getNameAsString())
                        .orElse(""),
                unit.getImports().stream().map(SyntaxReader::name).toList(),
                unit.getTypes().stream().map(type -> TypeReader.read(type, "")).toList()));
    }

    private static String name(ImportDeclaration declaration) {
        return declaration.getNameAsString() + (declaration.isAsterisk() ? ".*" : "");
    }
}
