package io.lakewarden.jobs.run;

import io.lakewarden.drift.multivariate.Reconstruction;
import io.lakewarden.drift.multivariate.ReconstructionCodec;
import io.lakewarden.jobs.config.MultivariateConfig;
import io.lakewarden.jobs.store.StoreFiles;
import io.lakewarden.result.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The main directions of a reference, fitted once and kept beside the store's tables, each under a name for all that it depends on: the reference, its
 * range, the columns, and the sample. A file is written whole, and the same name always means the same content, so that whoever writes it last changes nothing.
 */
final class StoredReconstructions {
    private final StoreFiles files;
    private final String monitor;
    private final String referenceId;
    private final MultivariateConfig multivariate;

    StoredReconstructions(StoreFiles files, String monitor, String referenceId, MultivariateConfig multivariate) {
        this.files = files;
        this.monitor = monitor;
        this.referenceId = referenceId;
        this.multivariate = multivariate;
    }

    /** What is kept of columns of a reference; empty where that is nothing, or nothing that this release reads. */
    Optional<Reconstruction> find(Window range, List<String> columns) {
        try {
            return files.readBytes(file(range, columns))
                    .flatMap(ReconstructionCodec::decode)
                    .filter(found -> found.columns().equals(columns));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps it. */
    void keep(Window range, Reconstruction reconstruction) {
        try {
            files.write(file(range, reconstruction.columns()), ReconstructionCodec.encode(reconstruction));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI file(Window range, List<String> columns) {
        List<Object> parts = new ArrayList<>(
                List.of(ReconstructionCodec.VERSION, referenceId, range, multivariate.sample(), multivariate.seed()));
        parts.addAll(columns);
        return files.learnt(monitor, "reconstruction-" + Digest.of(parts.toArray()) + ".bin");
    }
}
