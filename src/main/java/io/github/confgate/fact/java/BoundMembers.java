package io.github.confgate.fact.java;

import io.github.confgate.fact.java.JavaFile.Field;
import io.github.confgate.fact.java.JavaFile.Kind;
import io.github.confgate.fact.java.JavaFile.Method;
import io.github.confgate.fact.java.JavaFile.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What keys of a type that configuration is bound to there are: its fields, components, setters or methods. */
final class BoundMembers {

    private final Program program;
    private final Texts texts;

    BoundMembers(Program program, Texts texts) {
        this.program = program;
        this.texts = texts;
    }

    /**
     * A key of a type.
     *
     * @param key as configuration spells it; empty for one whose keys are those of the type itself
     * @param name as code spells it
     */
    record Member(
            String key,
            String name,
            TypeUse type,
            List<Mark> marks,
            @Nullable String fallback,
            Decl in,
            Place at) {
        Member {
            marks = List.copyOf(marks);
        }
    }

    /** The members, those of the type before inherited ones, each key once. */
    List<Member> of(Decl type) {
        Map<String, Member> members = new LinkedHashMap<>();
        program.withInherited(type)
                .flatMap(this::own)
                .forEach(member -> members.putIfAbsent(
                        Keys.fold(member.key()) + (member.key().isEmpty() ? member.name() : ""), member));
        return new ArrayList<>(members.values());
    }

    private Stream<Member> own(Decl decl) {
        Stream<Member> components = decl.type().components().stream().map(each -> component(each, decl));
        Stream<Member> fields =
                decl.type().fields().stream().filter(field -> !field.constant()).map(field -> field(field, decl));
        Stream<Member> parameters = decl.type().constructors().flatMap(made -> made.parameters().stream()
                .filter(parameter -> decl.type().field(parameter.name()).isEmpty())
                .map(parameter -> component(parameter, decl)));
        Stream<Member> methods = decl.type().methods().stream().flatMap(method -> method(method, decl));
        return Stream.of(components, fields, methods, parameters).flatMap(each -> each);
    }

    private Member component(Parameter each, Decl decl) {
        return new Member(
                key(each.marks(), each.name(), decl),
                each.name(),
                each.type(),
                each.marks(),
                given(each.marks(), decl),
                decl,
                each.at());
    }

    private Member field(Field field, Decl decl) {
        List<Mark> marks = new ArrayList<>(field.marks());
        String fallback = given(marks, decl);
        for (Method made : decl.type().constructors().toList()) {
            for (Parameter parameter : made.parameters()) {
                if (parameter.name().equals(field.name())) {
                    marks.addAll(parameter.marks());
                    fallback = fallback == null ? given(parameter.marks(), decl) : fallback;
                }
            }
        }
        if (fallback == null) {
            fallback = Defaults.of(field.value(), decl, texts).orElse(null);
        }
        return new Member(
                key(marks, field.name(), decl), field.name(), field.type(), marks, fallback, decl, field.at());
    }

    private Stream<Member> method(Method method, Decl decl) {
        List<Parameter> parameters = method.parameters();
        boolean mapping = decl.type().kind() == Kind.INTERFACE && parameters.isEmpty();
        String property = mapping && !isGetter(method) ? method.name() : property(method);
        if (property.isEmpty()) {
            return Stream.empty();
        }
        TypeUse type = parameters.isEmpty() ? method.gives() : parameters.get(0).type();
        String key = Mark.find(method.marks(), "WithParentName").isPresent() ? "" : key(method.marks(), property, decl);
        return Stream.of(
                new Member(key, method.name(), type, method.marks(), given(method.marks(), decl), decl, method.at()));
    }

    private static boolean isGetter(Method method) {
        return method.name().length() > 3
                && method.name().startsWith("get")
                && Character.isUpperCase(method.name().charAt(3));
    }

    private static String property(Method method) {
        String name = method.name();
        boolean accessor = name.length() > 3 && Character.isUpperCase(name.charAt(3));
        boolean setter =
                accessor && name.startsWith("set") && method.parameters().size() == 1;
        boolean getter =
                accessor && name.startsWith("get") && method.parameters().isEmpty();
        return setter || getter ? Character.toLowerCase(name.charAt(3)) + name.substring(4) : "";
    }

    private String key(List<Mark> marks, String name, Decl decl) {
        return Mark.find(marks, "Name", "WithName", "JsonProperty", "ConfigProperty", "Bindable")
                .flatMap(mark -> mark.value("name", "value"))
                .flatMap(code -> texts.of(code, decl))
                .orElse(name);
    }

    private @Nullable String given(List<Mark> marks, Decl decl) {
        return Mark.find(marks, "DefaultValue", "WithDefault", "Bindable", "ConfigProperty")
                .flatMap(mark -> mark.value("value", "defaultValue"))
                .flatMap(code -> texts.of(code, decl))
                .orElse(null);
    }

    /** The type that the names below a member are looked up in; empty for one of a library. */
    Optional<Decl> type(TypeUse use, Decl in) {
        return program.type(use.name(), in.file());
    }
}
