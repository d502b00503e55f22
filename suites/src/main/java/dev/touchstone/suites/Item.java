package dev.touchstone.suites;

import java.nio.file.Path;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One question with its answer.
 *
 * @param index its place among the published file's items, from 0
 * @param fields the published fields by name, text as published
 * @param gold the index of the right choice; -1 when there is none, or it is not published
 * @param file the file it was read from
 * @param line the line of that file on which it starts, from 1
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Item(int index, Map<String, String> fields, int gold, Path file, int line) {}
