package dev.fathom.engine;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** PyTorch's own files. They are pickles, which may hold code, so none is ever opened. */
public final class PickledFile {
    private static final Set<String> ENDINGS = Set.of("pth", "pt", "bin", "ckpt", "tar", "pkl");

    private PickledFile() {}

    /** Whether the name ends as PyTorch's files do. */
    public static boolean isNamed(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        return ENDINGS.contains(ending.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether the first bytes are those of a zip file or a pickle: as a safetensors header they would be longer than
     * any that is allowed, or, for a pickle, be followed by something else than the brace of a JSON object.
     */
    static boolean isOne(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES + 1);
        channel.read(start, 0);
        byte[] bytes = start.array();
        boolean zip = bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
        boolean pickle = bytes[0] == (byte) 0x80 && bytes[1] >= 2 && bytes[1] <= 5 && bytes[Long.BYTES] != '{';
        return zip || pickle;
    }

    /** Says why a file is not opened, with the lines that convert it. */
    public static UserException refusal(Path file) {
        String name = file.getFileName().toString();
        String result = name.replaceFirst("(\\.(pth|pt|bin|ckpt|tar|pkl))+$", "") + ".safetensors";
        return new UserException(
                file + " is a PyTorch file, which may hold code and is never opened",
                String.join(
                        System.lineSeparator(),
                        "Convert it once with Python and the packages torch and safetensors",
                        "",
                        "    import torch, safetensors.torch",
                        "    data = torch.load(\"" + name + "\", map_location=\"cpu\", weights_only=True)",
                        "    data = data.get(\"state_dict\", data.get(\"model\", data))",
                        "    tensors = {k: v.clone().contiguous() for k, v in data.items() if torch.is_tensor(v)}",
                        "    safetensors.torch.save_file(tensors, \"" + result + "\")",
                        "",
                        "and name " + result + " instead"));
    }
}
