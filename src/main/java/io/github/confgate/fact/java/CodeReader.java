package io.github.confgate.fact.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes over expressions and statements. */
final class CodeReader {

    private CodeReader() {}

    static Place place(Node node) {
        return node.getBegin().map(begin -> new Place(begin.line, begin.column)).orElse(new Place(1, 1));
    }

    static TypeUse type(Type type) {
        if (type.isArrayType()) {
            TypeUse of = type(type.asArrayType().getElementType());
            return new TypeUse(of.name(), of.arguments(), true);
        }
        if (type instanceof ClassOrInterfaceType named) {
            List<TypeUse> arguments = named.getTypeArguments()
                    .map(given -> given.stream().map(CodeReader::type).toList())
                    .orElse(List.of());
            return new TypeUse(named.getNameWithScope(), arguments, false);
        }
        if (type.isWildcardType()) {
            return type.asWildcardType().getExtendedType().map(CodeReader::type).orElse(TypeUse.NONE);
        }
        return new TypeUse(type.asString(), List.of(), false);
    }

    /** The statements of a block, those of blocks within it too. */
    static List<Code> read(BlockStmt block) {
        List<Code> body = new ArrayList<>();
        block.getStatements().forEach(statement -> add(statement, body));
        return body;
    }

    private static void add(Node statement, List<Code> body) {
        if (statement instanceof ExpressionStmt expression) {
            add(expression.getExpression(), body);
        } else if (statement instanceof VariableDeclarationExpr declared) {
            declared.getVariables().forEach(variable -> body.add(local(variable)));
        } else if (statement instanceof ReturnStmt given) {
            given.getExpression().ifPresent(value -> body.add(new Code.Return(read(value), place(given))));
        } else if (statement instanceof ExplicitConstructorInvocationStmt call) {
            body.add(new Code.Call(null, call.isThis() ? "this" : "super", read(call.getArguments()), place(call)));
        } else if (statement instanceof ForEachStmt each) {
            each(each, body);
        } else if (statement instanceof Expression expression) {
            body.add(read(expression));
        } else if (!(statement instanceof Type) && !(statement instanceof BodyDeclaration<?>)) {
            statement.getChildNodes().forEach(child -> add(child, body));
        }
    }

    /** The variable of a loop gets what the language gives it: {@code iterable.iterator().next()}. */
    private static void each(ForEachStmt each, List<Code> body) {
        VariableDeclarator variable = each.getVariable().getVariable(0);
        Code item = Items.of(read(each.getIterable()));
        body.add(new Code.Local(type(variable.getType()), variable.getNameAsString(), item, place(variable)));
        add(each.getBody(), body);
    }

    private static Code local(VariableDeclarator variable) {
        return new Code.Local(
                type(variable.getType()),
                variable.getNameAsString(),
                variable.getInitializer().map(CodeReader::read).orElse(null),
                place(variable));
    }

    private static List<Code> read(NodeList<Expression> expressions) {
        return expressions.stream().map(CodeReader::read).toList();
    }

    static Code read(Expression code) {
        Place at = place(code);
        if (code instanceof StringLiteralExpr text) {
            return new Code.Text(text.asString(), at);
        }
        if (code instanceof TextBlockLiteralExpr text) {
            return new Code.Text(text.translateEscapes(), at);
        }
        if (code instanceof LiteralExpr) {
            return new Code.Literal(code.toString(), at);
        }
        if (code instanceof NameExpr || code instanceof ThisExpr || code instanceof SuperExpr) {
            return new Code.Name(
                    code instanceof NameExpr name ? name.getNameAsString() : code.isThisExpr() ? "this" : "super", at);
        }
        if (code instanceof EnclosedExpr enclosed) {
            return read(enclosed.getInner());
        }
        if (code.isCastExpr()) {
            return read(code.asCastExpr().getExpression());
        }
        if (code instanceof FieldAccessExpr member) {
            return new Code.Member(read(member.getScope()), member.getNameAsString(), place(member.getName()));
        }
        if (code instanceof MethodCallExpr call) {
            return new Code.Call(
                    call.getScope().map(CodeReader::read).orElse(null),
                    call.getNameAsString(),
                    read(call.getArguments()),
                    place(call.getName()));
        }
        if (code instanceof ObjectCreationExpr made) {
            return new Code.Create(
                    type(made.getType()),
                    read(made.getArguments()),
                    body(made.getAnonymousClassBody().orElse(null)),
                    at);
        }
        if (code instanceof BinaryExpr binary && binary.getOperator() == BinaryExpr.Operator.PLUS) {
            return new Code.Join(read(binary.getLeft()), read(binary.getRight()), at);
        }
        if (code instanceof AssignExpr assigned) {
            return new Code.Assign(read(assigned.getTarget()), read(assigned.getValue()), at);
        }
        return other(code, at);
    }

    private static Code other(Expression code, Place at) {
        if (code instanceof ClassExpr type) {
            return new Code.TypeOf(type(type.getType()), at);
        }
        if (code instanceof TypeExpr type) {
            return new Code.Name(type(type.getType()).name(), at);
        }
        if (code instanceof MethodReferenceExpr reference) {
            return new Code.Reference(read(reference.getScope()), reference.getIdentifier(), at);
        }
        if (code instanceof LambdaExpr lambda) {
            List<String> names = lambda.getParameters().stream()
                    .map(parameter -> parameter.getNameAsString())
                    .toList();
            Statement body = lambda.getBody();
            if (body instanceof ExpressionStmt expression) {
                return new Code.Lambda(names, List.of(new Code.Return(read(expression.getExpression()), at)), at);
            }
            List<Code> statements = new ArrayList<>();
            add(body, statements);
            return new Code.Lambda(names, statements, at);
        }
        if (code instanceof AnnotationExpr annotation) {
            return annotation(annotation, at);
        }
        List<Code> parts = new ArrayList<>();
        if (code instanceof VariableDeclarationExpr) {
            add(code, parts);
        } else {
            code.getChildNodes().forEach(child -> add(child, parts));
        }
        return new Code.Several(parts, at);
    }

    private static List<Code> body(@Nullable NodeList<BodyDeclaration<?>> members) {
        List<Code> body = new ArrayList<>();
        if (members != null) {
            for (BodyDeclaration<?> member : members) {
                member.getChildNodes().stream()
                        .filter(child -> child instanceof BlockStmt)
                        .forEach(block -> add(block, body));
            }
        }
        return body;
    }

    private static Code annotation(AnnotationExpr annotation, Place at) {
        List<Code> values = new ArrayList<>();
        if (annotation.isSingleMemberAnnotationExpr()) {
            Code value = read(annotation.asSingleMemberAnnotationExpr().getMemberValue());
            values.add(new Code.Assign(new Code.Name("value", at), value, at));
        } else if (annotation.isNormalAnnotationExpr()) {
            annotation
                    .asNormalAnnotationExpr()
                    .getPairs()
                    .forEach(pair -> values.add(
                            new Code.Assign(new Code.Name(pair.getNameAsString(), at), read(pair.getValue()), at)));
        }
        return new Code.Create(
                new TypeUse(annotation.getName().getIdentifier(), List.of(), false), values, List.of(), at);
    }
}
