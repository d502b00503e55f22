package dev.touchstone.suites;

import dev.touchstone.suites.text.PythonWhitespace;
import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELResolver;
import jinjava.javax.el.MethodNotFoundException;

/**
 * What can be done with a text, list or map in a template: look up a key or an index, and strip. Java's own methods stay out of reach: they
 * are not Python's, even when they have the same name.
 */
final class JinjaValues extends ELResolver {

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (!isValue(base)) {
            return null;
        }
        context.setPropertyResolved(true);
        Object value = base instanceof Map<?, ?> map ? map.get(property) : element(base, property);
        return value == null ? new Undefined(String.valueOf(property)) : value;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (!isValue(base)) {
            return null;
        }
        context.setPropertyResolved(true);
        if (base instanceof String text && (arguments == null || arguments.length == 0)) {
            switch (String.valueOf(method)) {
                case "strip":
                    return PythonWhitespace.strip(text);
                case "lstrip":
                    return PythonWhitespace.stripStart(text);
                case "rstrip":
                    return PythonWhitespace.stripEnd(text);
                default:
            }
        }
        throw new MethodNotFoundException(
                "method '" + method + "' is not supported here; methods: strip(), lstrip(), rstrip() of a text");
    }

    private static Object element(Object base, Object property) {
        if (!(base instanceof List<?> list) || !String.valueOf(property).matches("-?\\d{1,9}")) {
            return null;
        }
        int index = Integer.parseInt(String.valueOf(property));
        int place = index < 0 ? list.size() + index : index;
        return place >= 0 && place < list.size() ? list.get(place) : null;
    }

    private static boolean isValue(Object base) {
        return base instanceof CharSequence
                || base instanceof Map
                || base instanceof List
                || base instanceof Number
                || base instanceof Boolean
                || base instanceof Undefined;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new UnsupportedOperationException("templates do not change values");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
