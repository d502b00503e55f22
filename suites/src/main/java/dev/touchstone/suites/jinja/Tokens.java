package dev.touchstone.suites.jinja;

import dev.touchstone.suites.jinja.Token.Kind;
import java.util.List;

/** The tokens of a template, read from the first to the last. */
final class Tokens {

    private final List<Token> tokens;
    private int next;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(next);
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    boolean at(Kind kind) {
        return peek().kind() == kind;
    }

    boolean atOperator(String operator) {
        return peek().is(Kind.OPERATOR, operator);
    }

    boolean atName(String name) {
        return peek().is(Kind.NAME, name);
    }

    boolean acceptOperator(String operator) {
        return accept(Kind.OPERATOR, operator);
    }

    boolean acceptName(String name) {
        return accept(Kind.NAME, name);
    }

    private boolean accept(Kind kind, String text) {
        boolean found = peek().is(kind, text);
        if (found) {
            take();
        }
        return found;
    }

    void expectOperator(String operator) {
        if (!acceptOperator(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    void expectName(String name) {
        if (!acceptName(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    String expectAnyName() {
        if (!at(Kind.NAME)) {
            throw unexpected("a name");
        }
        return take().text();
    }

    void expectEnd() {
        if (!at(Kind.END)) {
            throw unexpected("the end of the tag");
        }
        take();
    }

    JinjaException unexpected(String expected) {
        return new JinjaException(peek().line(), peek().inWords() + " where " + expected + " should be");
    }
}
