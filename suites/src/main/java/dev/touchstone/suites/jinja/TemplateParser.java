package dev.touchstone.suites.jinja;

import dev.touchstone.suites.jinja.Macro.Parameter;
import dev.touchstone.suites.jinja.Nodes.Assignment;
import dev.touchstone.suites.jinja.Nodes.Branch;
import dev.touchstone.suites.jinja.Nodes.Capture;
import dev.touchstone.suites.jinja.Nodes.Choice;
import dev.touchstone.suites.jinja.Nodes.Definition;
import dev.touchstone.suites.jinja.Nodes.Exit;
import dev.touchstone.suites.jinja.Nodes.FieldAssignment;
import dev.touchstone.suites.jinja.Nodes.Loop;
import dev.touchstone.suites.jinja.Nodes.Output;
import dev.touchstone.suites.jinja.Nodes.Part;
import dev.touchstone.suites.jinja.Nodes.Placed;
import dev.touchstone.suites.jinja.Nodes.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a template's text, outputs and statements. */
final class TemplateParser {

    private final Dialect dialect;
    private final Tokens tokens;
    private final ExpressionParser expressions;

    TemplateParser(String source, Map<String, ? extends Filter> filters, Dialect dialect) {
        this.dialect = dialect;
        this.tokens = new Tokens(Lexer.tokens(source, dialect));
        this.expressions = new ExpressionParser(tokens, filters, dialect);
    }

    List<Node> parse() {
        return body(Set.of(), "", 0);
    }

    /** Nodes up to a statement with one of these names, which is not read. */
    private List<Node> body(Set<String> ends, String tag, int line) {
        List<Node> nodes = new ArrayList<>();
        while (true) {
            Token token = tokens.peek();
            switch (token.kind()) {
                case DATA -> nodes.add(new Text(tokens.take().text()));
                case OUTPUT -> nodes.add(output());
                case STATEMENT -> {
                    if (ends.contains(tokens.peekSecond().text())) {
                        return nodes;
                    }
                    nodes.add(statement());
                }
                default -> {
                    if (!ends.isEmpty()) {
                        throw new JinjaException(
                                line, "the tag '" + tag + "' is never closed; add {% end" + tag + " %}");
                    }
                    return nodes;
                }
            }
        }
    }

    private Node output() {
        int line = tokens.take().line();
        Expression expression = expressions.tuple();
        tokens.expectEnd();
        return new Output(new Placed(expression, line));
    }

    private Node statement() {
        int line = tokens.take().line();
        String tag = tokens.expectAnyName();
        return switch (tag) {
            case "if" -> choice(line);
            case "for" -> loop(line);
            case "set" -> assignment(line);
            default -> {
                if (dialect == Dialect.CHAT) {
                    yield chatStatement(tag, line);
                }
                throw new JinjaException(
                        line, "the tag '" + tag + "' is not supported here; tags: if, elif, else, for, set, raw");
            }
        };
    }

    private Node chatStatement(String tag, int line) {
        switch (tag) {
            case "break", "continue":
                tokens.expectEnd();
                return new Exit(tag.equals("break"));
            case "generation":
                tokens.expectEnd();
                return new Part(block(tag, line));
            case "macro":
                String name = tokens.expectAnyName();
                List<Parameter> parameters = parameters();
                return new Definition(name, parameters, block(tag, line));
            default:
                throw new JinjaException(
                        line,
                        "the tag '" + tag
                                + "' is not supported here; tags: if, elif, else, for, set, raw, break, continue, generation, macro");
        }
    }

    /** The nodes up to the tag's end, which is read. */
    private List<Node> block(String tag, int line) {
        List<Node> body = body(Set.of("end" + tag), tag, line);
        tokens.take();
        tokens.take();
        tokens.expectEnd();
        return body;
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        tokens.expectOperator("(");
        while (!tokens.acceptOperator(")")) {
            String name = tokens.expectAnyName();
            parameters.add(new Parameter(name, tokens.acceptOperator("=") ? expressions.expression() : null));
            if (!tokens.atOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        tokens.expectEnd();
        return parameters;
    }

    private Node choice(int line) {
        List<Branch> branches = new ArrayList<>();
        Placed condition = condition(line);
        while (true) {
            branches.add(new Branch(condition, body(Set.of("elif", "else", "endif"), "if", line)));
            int next = tokens.take().line();
            switch (tokens.take().text()) {
                case "elif" -> condition = condition(next);
                case "else" -> {
                    tokens.expectEnd();
                    branches.add(new Branch(null, body(Set.of("endif"), "if", line)));
                    tokens.take();
                    tokens.take();
                    tokens.expectEnd();
                    return new Choice(branches);
                }
                default -> {
                    tokens.expectEnd();
                    return new Choice(branches);
                }
            }
        }
    }

    private Placed condition(int line) {
        Placed condition = new Placed(expressions.tuple(), line);
        tokens.expectEnd();
        return condition;
    }

    private Node loop(int line) {
        List<String> names = names();
        tokens.expectName("in");
        Placed over = new Placed(expressions.unconditional(), line);
        Placed filter = tokens.acceptName("if") ? new Placed(expressions.expression(), line) : null;
        tokens.expectEnd();
        List<Node> body = body(Set.of("else", "endfor"), "for", line);
        List<Node> otherwise = List.of();
        tokens.take();
        if (tokens.take().text().equals("else")) {
            tokens.expectEnd();
            otherwise = body(Set.of("endfor"), "for", line);
            tokens.take();
            tokens.take();
        }
        tokens.expectEnd();
        return new Loop(names, over, filter, body, otherwise);
    }

    private Node assignment(int line) {
        List<String> names = names();
        boolean chat = dialect == Dialect.CHAT && names.size() == 1;
        if (chat && tokens.acceptOperator(".")) {
            String field = tokens.expectAnyName();
            tokens.expectOperator("=");
            Placed value = new Placed(expressions.tuple(), line);
            tokens.expectEnd();
            return new FieldAssignment(names.get(0), field, value);
        }
        if (chat && tokens.at(Token.Kind.END)) {
            tokens.expectEnd();
            return new Capture(names.get(0), block("set", line));
        }
        if (!tokens.acceptOperator("=")) {
            throw new JinjaException(line, "'set' without '=' is not supported here");
        }
        Placed value = new Placed(expressions.tuple(), line);
        tokens.expectEnd();
        return new Assignment(names, value);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(tokens.expectAnyName()));
        while (tokens.acceptOperator(",")) {
            names.add(tokens.expectAnyName());
        }
        return names;
    }
}
