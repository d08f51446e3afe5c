package io.github.confgate.fact.java;

import io.github.confgate.fact.java.JavaFile.Field;
import io.github.confgate.fact.java.JavaFile.Method;
import io.github.confgate.fact.java.JavaFile.Parameter;
import io.github.confgate.fact.java.KeyRef.From;
import io.github.confgate.fact.java.Reading.Holder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keys in annotations: placeholders in any of them (Spring resolves those of {@code @Value}, {@code @Scheduled},
 * {@code @FeignClient}, {@code @KafkaListener} and others alike; Micronaut too), MicroProfile's {@code @ConfigProperty},
 * Micronaut's {@code @Property}, and conditions on keys.
 */
final class AnnotationReads {

    /** What stands on a member that gets the value; all else only uses it. */
    private static final Set<String> INJECTING = Set.of("Value", "ConfigProperty", "Property");

    private static final Set<String> CONDITIONS = Set.of(
            "ConditionalOnProperty",
            "ConditionalOnBooleanProperty",
            "IfBuildProperty",
            "UnlessBuildProperty",
            "LookupIfProperty",
            "LookupUnlessProperty");

    private final Texts texts;
    private final Program program;
    private final Consumer<Reading> out;

    AnnotationReads(Program program, Texts texts, Consumer<Reading> out) {
        this.program = program;
        this.texts = texts;
        this.out = out;
    }

    void read(Decl decl) {
        Decl type = decl.in(null);
        Holder none = new Holder.Nowhere();
        decl.type().marks().forEach(mark -> read(mark, type, TypeUse.NONE, List.of(), none, ""));
        for (Field field : decl.type().fields()) {
            field.marks()
                    .forEach(mark -> read(
                            mark, type, field.type(), field.marks(), new Holder.InField(field.name()), field.name()));
        }
        for (Parameter component : decl.type().components()) {
            component
                    .marks()
                    .forEach(mark -> read(
                            mark,
                            type,
                            component.type(),
                            component.marks(),
                            new Holder.InMember(component.name()),
                            component.name()));
        }
        decl.type().methods().forEach(method -> read(method, decl.in(method)));
    }

    private void read(Method method, Decl in) {
        boolean setter = method.parameters().size() == 1;
        for (Mark mark : method.marks()) {
            TypeUse type = setter ? method.parameters().get(0).type() : TypeUse.NONE;
            Holder holder =
                    setter ? new Holder.InParameter(method.parameters().get(0).name()) : new Holder.Nowhere();
            read(mark, in, type, method.marks(), holder, method.name());
        }
        for (Parameter parameter : method.parameters()) {
            parameter
                    .marks()
                    .forEach(mark -> read(
                            mark,
                            in,
                            parameter.type(),
                            parameter.marks(),
                            new Holder.InParameter(parameter.name()),
                            parameter.name()));
        }
    }

    private void read(Mark mark, Decl in, TypeUse type, List<Mark> marks, Holder holder, String member) {
        switch (mark.name()) {
            case "ConfigProperty" -> property(mark, in, type, marks, holder, member);
            case "Property" -> mark.value("name").ifPresent(name -> property(mark, in, type, marks, holder, member));
            case "RegisterRestClient" ->
                mark.value("configKey").ifPresent(key -> below("quarkus.rest-client.", key, mark, in));
            case "Incoming" -> mark.value("value").ifPresent(key -> below("mp.messaging.incoming.", key, mark, in));
            case "Outgoing" -> mark.value("value").ifPresent(key -> below("mp.messaging.outgoing.", key, mark, in));
            case "Channel" ->
                mark.value("value").ifPresent(key -> {
                    // Whether messages come or go tells the member's type; a channel is one of both.
                    below("mp.messaging.incoming.", key, mark, in);
                    below("mp.messaging.outgoing.", key, mark, in);
                });
            default -> {
                if (CONDITIONS.contains(mark.name())) {
                    condition(mark, in);
                } else if (mark.name().equals("Requires")) {
                    mark.value("property").ifPresent(key -> emit(key, mark, in, null, false));
                } else if (!isMeta(mark, in, type, marks, holder)) {
                    boolean gets = INJECTING.contains(mark.name());
                    TypeUse made = gets ? type : TypeUse.NONE;
                    Holder to = gets ? holder : new Holder.Nowhere();
                    mark.values().values().stream()
                            .flatMap(Code::all)
                            .forEach(code -> placeholders(code, in, mark, made, gets ? marks : List.of(), to));
                }
            }
        }
    }

    /** An annotation of the repository that is itself marked with {@code @Value}. */
    private boolean isMeta(Mark mark, Decl in, TypeUse type, List<Mark> marks, Holder holder) {
        if (!mark.values().isEmpty() || holder instanceof Holder.Nowhere) {
            return false;
        }
        Optional<Decl> declared =
                program.type(mark.name(), in.file()).filter(decl -> decl.type().kind() == JavaFile.Kind.ANNOTATION);
        declared.flatMap(decl -> Mark.find(decl.type().marks(), "Value", "ConfigProperty"))
                .ifPresent(meta -> {
                    Mark here = new Mark(meta.name(), meta.values(), mark.at());
                    read(here, in, type, marks, holder, "");
                });
        return declared.isPresent();
    }

    private void placeholders(Code code, Decl in, Mark mark, TypeUse type, List<Mark> marks, Holder holder) {
        boolean text = code instanceof Code.Text
                || code instanceof Code.Join
                || code instanceof Code.Name
                || code instanceof Code.Member;
        Optional<String> value = text ? texts.of(code, in) : Optional.empty();
        if (value.isEmpty()) {
            return;
        }
        String said = value.get();
        boolean whole = said.startsWith("${") && said.endsWith("}");
        for (Placeholders.Placeholder each : Placeholders.of(said)) {
            boolean own = whole && said.startsWith("${" + each.key());
            out.accept(new Reading(
                    KeyRef.of(each.key(), From.CONFIGURATION),
                    in,
                    mark.at(),
                    own ? type : TypeUse.NONE,
                    each.fallback(),
                    each.fallback() == null,
                    own ? marks : List.of(),
                    holder));
        }
        // Quarkus writes `{key}` in the expressions of its scheduler.
        if (mark.name().equals("Scheduled") && said.startsWith("{") && said.endsWith("}")) {
            placeholders(new Code.Text("$" + said, code.at()), in, mark, type, marks, holder);
        }
    }

    private void property(Mark mark, Decl in, TypeUse type, List<Mark> marks, Holder holder, String member) {
        String fallback =
                mark.value("defaultValue").flatMap(code -> texts.of(code, in)).orElse(null);
        // MicroProfile Config, "Injection": without a name it is the class's, a dot and the member's.
        Optional<String> name = mark.value("name")
                .map(code -> texts.of(code, in))
                .orElseGet(() -> Optional.of(in.file().pack() + "." + in.type().name() + "." + member));
        boolean optional = type.simple().startsWith("Optional");
        name.ifPresent(key -> out.accept(new Reading(
                KeyRef.of(key, From.CONFIGURATION),
                in,
                mark.at(),
                type,
                fallback,
                fallback == null && !optional,
                marks,
                holder)));
    }

    private void below(String prefix, Code key, Mark mark, Decl in) {
        texts.of(key, in)
                .ifPresent(text -> out.accept(new Reading(
                        KeyRef.of(prefix + text, From.CONFIGURATION).withBelow(),
                        in,
                        mark.at(),
                        TypeUse.NONE,
                        null,
                        false,
                        List.of(),
                        new Holder.Nowhere())));
    }

    private void condition(Mark mark, Decl in) {
        String prefix = mark.value("prefix").flatMap(code -> texts.of(code, in)).orElse("");
        String start = prefix.isEmpty() || prefix.endsWith(".") ? prefix : prefix + ".";
        boolean missing = mark.value("matchIfMissing", "enableIfMissing", "lookupIfMissing")
                .flatMap(code -> texts.of(code, in))
                .filter("true"::equals)
                .isPresent();
        String having = mark.value("havingValue", "stringValue")
                .flatMap(code -> texts.of(code, in))
                .orElse("true");
        mark.value("name", "value").stream()
                .flatMap(Code::all)
                .forEach(code -> emit(
                        new Code.Join(new Code.Text(start, mark.at()), code, mark.at()),
                        mark,
                        in,
                        missing ? having : null,
                        true));
    }

    private void emit(Code key, Mark mark, Decl in, @Nullable String fallback, boolean joined) {
        Code own = joined && key instanceof Code.Join join ? join.right() : key;
        if (texts.of(own, in).isEmpty()) {
            return;
        }
        texts.of(key, in)
                .ifPresent(text -> out.accept(new Reading(
                        KeyRef.of(text, From.CONFIGURATION),
                        in,
                        mark.at(),
                        TypeUse.NONE,
                        fallback,
                        false,
                        List.of(),
                        new Holder.Nowhere())));
    }
}
