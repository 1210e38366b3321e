package dev.fathom.engine.pretrained;

import dev.fathom.engine.WeightTensor;
import java.util.Map;
import java.util.Set;

/** How one library names the tensors of an encoder, and where it orders their values differently. */
interface NameMap {
    /** Whose names they are, for the report. */
    String library();

    /**
     * The encoder's name for each name of a file that the map knows. Names that are equal in both must be there too.
     *
     * @param names all of a file, without a common prefix
     */
    Map<String, String> encoderNames(Set<String> names);

    /**
     * The values in the encoder's order.
     *
     * @param name the encoder's
     */
    default WeightTensor ordered(String name, WeightTensor tensor) {
        return tensor;
    }
}
