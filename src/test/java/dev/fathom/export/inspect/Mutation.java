package dev.fathom.export.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Damage done to a file, the same for the same seed. */
public enum Mutation {
    /** One to eight bits anywhere. */
    FLIPPED_BITS {
        @Override
        void damage(byte[] bytes, SplittableRandom random) {
            flip(bytes, bytes.length, 1 + random.nextInt(8), random);
        }
    },
    /** One to four bits where the structure is and not the weights. */
    FLIPPED_HEAD_BITS {
        @Override
        void damage(byte[] bytes, SplittableRandom random) {
            flip(bytes, head(bytes), 1 + random.nextInt(4), random);
        }
    },
    /** Four random bytes in a row where the structure is. */
    RANDOM_HEAD_BYTES {
        @Override
        void damage(byte[] bytes, SplittableRandom random) {
            ByteBuffer.wrap(bytes).putInt(random.nextInt(head(bytes) - Integer.BYTES), random.nextInt());
        }
    },
    /** Two numbers where the structure is, probably offsets or sizes, change places. */
    SWAPPED_OFFSETS {
        @Override
        void damage(byte[] bytes, SplittableRandom random) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int a = Integer.BYTES * random.nextInt(head(bytes) / Integer.BYTES);
            int b = Integer.BYTES * random.nextInt(head(bytes) / Integer.BYTES);
            int kept = buffer.getInt(a);
            buffer.putInt(a, buffer.getInt(b));
            buffer.putInt(b, kept);
        }
    },
    /** The end is missing. */
    CUT {
        @Override
        byte[] of(byte[] sound, SplittableRandom random) {
            return Arrays.copyOf(sound, random.nextInt(sound.length));
        }
    };

    private static final int HEAD = 12_000;

    /** A damaged copy; the seed chooses the kind of damage too. */
    public static byte[] of(byte[] sound, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return values()[random.nextInt(values().length)].of(sound, random);
    }

    byte[] of(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound.clone();
        damage(bytes, random);
        return bytes;
    }

    void damage(byte[] bytes, SplittableRandom random) {
        throw new UnsupportedOperationException(name());
    }

    private static void flip(byte[] bytes, int below, int count, SplittableRandom random) {
        for (int i = 0; i < count; i++) {
            bytes[random.nextInt(below)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
    }

    private static int head(byte[] bytes) {
        return Math.min(bytes.length, HEAD);
    }
}
