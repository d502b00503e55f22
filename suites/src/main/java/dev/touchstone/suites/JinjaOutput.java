package dev.touchstone.suites;

import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.expression.ExpressionStrategy;
import com.hubspot.jinjava.tree.output.RenderedOutputNode;
import com.hubspot.jinjava.tree.parse.ExpressionToken;

/** Prints an expression's value as Python does, and only what both print alike. */
final class JinjaOutput implements ExpressionStrategy {

    private static final long serialVersionUID = 1;

    @Override
    public RenderedOutputNode interpretOutput(ExpressionToken expression, JinjavaInterpreter interpreter) {
        Object value = interpreter.resolveELExpression(expression.getExpr(), expression.getLineNumber());
        if (value == null && interpreter.getErrors().isEmpty()) {
            throw new InterpretException("'" + expression.getExpr().trim() + "' has no value");
        }
        if (value == null) {
            return new RenderedOutputNode(""); // the interpreter has kept the error
        }
        return new RenderedOutputNode(text(value, expression));
    }

    private static String text(Object value, ExpressionToken expression) {
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Undefined) {
            return value.toString();
        }
        throw new InterpretException(
                "'" + expression.getExpr().trim() + "' is neither text nor a whole number; only these can be printed");
    }
}
