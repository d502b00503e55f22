package dev.touchstone.suites.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns Parquet's values into JSON's. */
final class ParquetValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ParquetValues() {}

    /**
     * The values of files with that schema.
     *
     * @throws ParquetException if a column is of a type that rows of benchmarks don't have
     */
    static ParquetValues of(GroupType schema) {
        schema.getFields().forEach(ParquetValues::requireSupported);
        return new ParquetValues();
    }

    private static void requireSupported(Type type) {
        if (!type.isPrimitive()) {
            type.asGroupType().getFields().forEach(ParquetValues::requireSupported);
        } else if (!isSupported(type.asPrimitiveType())) {
            throw new ParquetException("column '" + type.getName() + "' is of type " + type.asPrimitiveType()
                    + "; supported are texts, numbers, truth values, lists and structs; convert the column to text");
        }
    }

    private static boolean isSupported(PrimitiveType type) {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        boolean decimal = meaning instanceof DecimalLogicalTypeAnnotation;
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN, FLOAT, DOUBLE -> meaning == null;
            case INT32, INT64 -> meaning == null || decimal || meaning instanceof IntLogicalTypeAnnotation;
            case BINARY ->
                decimal
                        || meaning instanceof StringLogicalTypeAnnotation
                        || meaning instanceof EnumLogicalTypeAnnotation
                        || meaning instanceof JsonLogicalTypeAnnotation;
            case FIXED_LEN_BYTE_ARRAY -> decimal;
            default -> false;
        };
    }

    /** A row, or a struct, without its fields that have no value. */
    ObjectNode object(Group group) {
        ObjectNode node = JSON.objectNode();
        GroupType type = group.getType();
        for (int field = 0; field < type.getFieldCount(); field++) {
            JsonNode value = field(group, field, type.getType(field));
            if (value != null) {
                node.set(type.getFieldName(field), value);
            }
        }
        return node;
    }

    private @Nullable JsonNode field(Group group, int field, Type type) {
        int count = group.getFieldRepetitionCount(field);
        if (!type.isRepetition(Repetition.REPEATED)) {
            return count == 0 ? null : value(group, field, 0, type);
        }
        ArrayNode list = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            list.add(value(group, field, i, type));
        }
        return list;
    }

    private JsonNode value(Group group, int field, int index, Type type) {
        if (type.isPrimitive()) {
            return primitive(group, field, index, type.asPrimitiveType());
        }
        Group inner = group.getGroup(field, index);
        return type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation ? list(inner) : object(inner);
    }

    /** A list is a group with one repeated field, whose values are the elements, or groups with one field that is the element. */
    private ArrayNode list(Group group) {
        ArrayNode list = JSON.arrayNode();
        Type repeated = group.getType().getType(0);
        boolean wrapped = !repeated.isPrimitive() && repeated.asGroupType().getFieldCount() == 1;
        for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
            JsonNode element = wrapped
                    ? field(group.getGroup(0, i), 0, repeated.asGroupType().getType(0))
                    : value(group, 0, i, repeated);
            list.add(element == null ? JSON.nullNode() : element);
        }
        return list;
    }

    private static JsonNode primitive(Group group, int field, int index, PrimitiveType type) {
        if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
            return JSON.numberNode(new BigDecimal(unscaled(group, field, index, type), decimal.getScale()));
        }
        return switch (type.getPrimitiveTypeName()) {
            case BOOLEAN -> JSON.booleanNode(group.getBoolean(field, index));
            case FLOAT -> JSON.numberNode((double) group.getFloat(field, index)); // as pyarrow's to_pylist
            case DOUBLE -> JSON.numberNode(group.getDouble(field, index));
            case INT32 -> JSON.numberNode(group.getInteger(field, index));
            case INT64 -> JSON.numberNode(group.getLong(field, index));
            default -> JSON.stringNode(group.getBinary(field, index).toStringUsingUTF8());
        };
    }

    private static BigInteger unscaled(Group group, int field, int index, PrimitiveType type) {
        PrimitiveTypeName stored = type.getPrimitiveTypeName();
        return switch (stored) {
            case INT32 -> BigInteger.valueOf(group.getInteger(field, index));
            case INT64 -> BigInteger.valueOf(group.getLong(field, index));
            default -> new BigInteger(group.getBinary(field, index).getBytes());
        };
    }
}
