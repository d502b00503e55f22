package dev.touchstone.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.training.model.Batch;
import java.util.List;

/** Batches of given documents. */
public final class RowsOfDocuments {

    private RowsOfDocuments() {}

    public static Batch batch(List<EncodedDocument> documents, int rows, int length) {
        Rows filling = new Rows(rows, length);
        documents.forEach(document -> assertThat(filling.add(document)).isTrue());
        return filling.toBatch();
    }
}
