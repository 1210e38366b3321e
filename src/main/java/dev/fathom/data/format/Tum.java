package dev.fathom.data.format;

import dev.fathom.data.DataOptions;
import dev.fathom.data.DatasetFormat;
import dev.fathom.data.FileDepth;
import dev.fathom.data.FilePicture;
import dev.fathom.data.Listing;
import dev.fathom.data.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sequences of the TUM RGB-D benchmark and of ICL-NUIM: {@code rgb.txt} and {@code depth.txt} with times and paths, or an
 * association file of both. Depth has 5000 units a metre.
 */
final class Tum implements DatasetFormat {
    private static final double UNITS_PER_METRE = 5000;
    private static final int DEPTH = 2;
    private static final List<String> ASSOCIATIONS =
            List.of("associations.txt", "association.txt", "associate.txt", "assoc.txt");

    @Override
    public String name() {
        return "tum";
    }

    @Override
    public String layout() {
        return "rgb.txt and depth.txt of \"TIME PATH\", or associations.txt of both";
    }

    @Override
    public Optional<Detection> detect(Path root) {
        return FolderTree.first(root, DEPTH, Tum::isSequence)
                .map(folder -> new Detection(
                        Confidence.CERTAIN,
                        folder + " has "
                                + association(folder)
                                        .map(file -> file.getFileName().toString())
                                        .orElse("rgb.txt and depth.txt")));
    }

    private static boolean isSequence(Path folder) {
        return association(folder).isPresent()
                || Files.exists(folder.resolve("rgb.txt")) && Files.exists(folder.resolve("depth.txt"));
    }

    private static Optional<Path> association(Path folder) {
        return ASSOCIATIONS.stream().map(folder::resolve).filter(Files::exists).findFirst();
    }

    @Override
    public Listing open(Path root, DataOptions options) {
        double scale = options.scaleOr(UNITS_PER_METRE);
        Collected found = new Collected();
        for (Path sequence : FolderTree.all(root, DEPTH, Tum::isSequence)) {
            String prefix = Collected.prefix(root, sequence);
            pairs(sequence).forEach(pair -> add(sequence, prefix, pair, scale, found));
        }
        LoosePairs.addTo(found, root, (folder, name) -> new FileDepth(folder, name, scale));
        return found.listing(scale, Optional.empty());
    }

    private static List<TumList.Pair> pairs(Path sequence) {
        return association(sequence).map(TumList::pairs).orElseGet(() -> {
            NavigableMap<Double, String> pictures = TumList.files(sequence.resolve("rgb.txt"));
            NavigableMap<Double, String> depths = TumList.files(sequence.resolve("depth.txt"));
            return Timestamps.match(pictures, depths).stream()
                    .map(match -> new TumList.Pair(pictures.get(match.picture()), depths.get(match.depth())))
                    .toList();
        });
    }

    private static void add(Path sequence, String prefix, TumList.Pair pair, double scale, Collected found) {
        List<String> missing = Stream.of(pair.picture(), pair.depth())
                .filter(name -> !Files.exists(sequence.resolve(name)))
                .toList();
        if (missing.isEmpty()) {
            String name = Path.of(pair.picture()).getFileName().toString();
            int dot = name.lastIndexOf('.');
            found.add(
                    Part.TRAIN,
                    new Sample(
                            prefix + (dot < 0 ? name : name.substring(0, dot)),
                            new FilePicture(sequence, pair.picture()),
                            Optional.of(new FileDepth(sequence, pair.depth(), scale))));
        }
        missing.forEach(name -> found.problem(sequence.resolve(name), "A list names it and it does not exist."));
    }
}
