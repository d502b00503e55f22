package dev.touchstone.suites.parquet;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A Parquet file can't be read. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ParquetException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A message in one line, without the file's name: what is wrong, and what to do. */
    ParquetException(String message) {
        super(message);
    }
}
