package dev.fathom.data.format;

import dev.fathom.core.UserException;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.FileDepth;
import dev.fathom.data.Listing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Any files, paired by list files of {@code PICTURE DEPTH [FOCAL]} with paths below the folder. */
final class PlainLists implements DatasetFormat {

    /** @throws UserException if a folder that is to be read by its lists has none */
    static PairLists require(Path root, DatasetFormat format) {
        return PairLists.find(root)
                .orElseThrow(() -> new UserException(
                        "There is no list file for the format " + format.name() + " in " + root,
                        "Expected are " + format.layout()));
    }

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public String layout() {
        return "train.txt, val.txt or test.txt of \"PICTURE DEPTH [FOCAL]\"";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return PairLists.find(root)
                .map(lists -> new Detection(Confidence.LIKELY, lists.any().getFileName() + " lists pairs"));
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        PairLists lists = require(root, this);
        BaseFolders bases = new BaseFolders(root, List.of());
        double scale = UsualScale.of(
                options, lists.sample().depth().flatMap(bases::find).map(BaseFolders.Found::file).stream());
        PairListReader reader = new PairListReader(
                root,
                bases,
                bases,
                (folder, file) -> new FileDepth(folder, file, scale),
                Optional.empty(),
                Optional.empty());
        return reader.read(lists, scale);
    }
}
