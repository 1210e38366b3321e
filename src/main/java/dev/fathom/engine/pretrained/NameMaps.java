package dev.fathom.engine.pretrained;

import java.util.List;

/** All maps; of those that fit a file equally well the first is taken. */
final class NameMaps {
    static final List<NameMap> ALL = List.of(
            new SameNames(),
            new TimmBlocks(TimmBlocks.Target.MOBILENET_V1),
            new TimmBlocks(TimmBlocks.Target.MOBILENET_V2),
            new TimmBlocks(TimmBlocks.Target.MOBILENET_V3),
            new TimmBlocks(TimmBlocks.Target.EFFICIENTNET),
            new FastDepthMobileNet(),
            new HuMobileNetV2(),
            new TimmSwin(),
            new TorchvisionSwin(),
            new MmSwin());

    private NameMaps() {}
}
