package dev.touchstone.suites.data;

import java.util.Map;

/**
 * One item as it stands in its file.
 *
 * @param line the line on which it starts, from 1
 * @param fields its fields by name
 */
record Row(int line, Map<String, String> fields) {}
