package io.github.confgate.fact.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes over the declarations of a type. */
final class TypeReader {

    private final JavaFile.Kind kind;
    private final String name;
    private final List<JavaFile.Field> fields = new ArrayList<>();
    private final List<JavaFile.Method> methods = new ArrayList<>();
    private final List<JavaFile.Type> nested = new ArrayList<>();
    private final List<Code> loose = new ArrayList<>();

    private TypeReader(JavaFile.Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /** @param outer the name of the type around it; empty for none */
    static JavaFile.Type read(TypeDeclaration<?> type, String outer) {
        String name = (outer.isEmpty() ? "" : outer + ".") + type.getNameAsString();
        List<TypeUse> above = new ArrayList<>();
        List<JavaFile.Parameter> components = List.of();
        List<JavaFile.Constant> constants = List.of();
        JavaFile.Kind kind = JavaFile.Kind.CLASS;
        if (type instanceof ClassOrInterfaceDeclaration declared) {
            kind = declared.isInterface() ? JavaFile.Kind.INTERFACE : JavaFile.Kind.CLASS;
            add(above, declared.getExtendedTypes());
            add(above, declared.getImplementedTypes());
        } else if (type instanceof RecordDeclaration declared) {
            kind = JavaFile.Kind.RECORD;
            components = parameters(declared.getParameters());
            add(above, declared.getImplementedTypes());
        } else if (type instanceof EnumDeclaration declared) {
            kind = JavaFile.Kind.ENUM;
            add(above, declared.getImplementedTypes());
            constants = declared.getEntries().stream()
                    .map(entry -> new JavaFile.Constant(
                            entry.getNameAsString(),
                            entry.getArguments().stream().map(CodeReader::read).toList(),
                            CodeReader.place(entry)))
                    .toList();
        } else if (type instanceof AnnotationDeclaration) {
            kind = JavaFile.Kind.ANNOTATION;
        }
        TypeReader reader = new TypeReader(kind, name);
        type.getMembers().forEach(reader::member);
        return new JavaFile.Type(
                kind,
                name,
                marks(type.getAnnotations()),
                above,
                components,
                constants,
                reader.fields,
                reader.methods,
                reader.nested,
                reader.loose,
                CodeReader.place(type.getName()));
    }

    private static void add(List<TypeUse> above, NodeList<ClassOrInterfaceType> types) {
        types.forEach(type -> above.add(CodeReader.type(type)));
    }

    private void member(BodyDeclaration<?> member) {
        if (member instanceof FieldDeclaration field) {
            boolean constant = kind == JavaFile.Kind.INTERFACE || (field.isStatic() && field.isFinal());
            field.getVariables()
                    .forEach(variable -> fields.add(new JavaFile.Field(
                            variable.getNameAsString(),
                            CodeReader.type(variable.getType()),
                            marks(field.getAnnotations()),
                            constant,
                            variable.getInitializer().map(CodeReader::read).orElse(null),
                            CodeReader.place(variable))));
        } else if (member instanceof MethodDeclaration method) {
            List<Code> body =
                    method.getBody().map(block -> CodeReader.read(block)).orElse(List.of());
            methods.add(method(method, method.getNameAsString(), CodeReader.type(method.getType()), body));
        } else if (member instanceof ConstructorDeclaration constructor) {
            methods.add(method(constructor, "<init>", TypeUse.NONE, CodeReader.read(constructor.getBody())));
        } else if (member instanceof CompactConstructorDeclaration constructor) {
            loose.addAll(CodeReader.read(constructor.getBody()));
        } else if (member instanceof InitializerDeclaration initializer) {
            loose.addAll(CodeReader.read(initializer.getBody()));
        } else if (member instanceof TypeDeclaration<?> type) {
            nested.add(read(type, name));
        }
    }

    private static JavaFile.Method method(
            CallableDeclaration<?> declared, String name, TypeUse gives, List<Code> body) {
        return new JavaFile.Method(
                name,
                gives,
                marks(declared.getAnnotations()),
                parameters(declared.getParameters()),
                body,
                CodeReader.place(declared.getName()));
    }

    private static List<JavaFile.Parameter> parameters(NodeList<com.github.javaparser.ast.body.Parameter> declared) {
        return declared.stream()
                .map(parameter -> new JavaFile.Parameter(
                        parameter.getNameAsString(),
                        CodeReader.type(parameter.getType()),
                        marks(parameter.getAnnotations()),
                        CodeReader.place(parameter)))
                .toList();
    }

    private static List<Mark> marks(NodeList<AnnotationExpr> annotations) {
        return annotations.stream().map(TypeReader::mark).toList();
    }

    private static Mark mark(AnnotationExpr annotation) {
        Map<String, Code> values = new LinkedHashMap<>();
        if (annotation.isSingleMemberAnnotationExpr()) {
            values.put(
                    "value",
                    CodeReader.read(annotation.asSingleMemberAnnotationExpr().getMemberValue()));
        } else if (annotation.isNormalAnnotationExpr()) {
            annotation
                    .asNormalAnnotationExpr()
                    .getPairs()
                    .forEach(pair -> values.put(pair.getNameAsString(), CodeReader.read(pair.getValue())));
        }
        return new Mark(annotation.getName().getIdentifier(), values, CodeReader.place(annotation));
    }
}
