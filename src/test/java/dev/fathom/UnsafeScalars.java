package dev.fathom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.training.loss.Loss;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/**
 * The rule against DJL calls whose gradient reads memory that the Java collector may already have taken back, or that
 * compute something else than their name says.
 */
final class UnsafeScalars {
    private static final Set<String> ARITHMETIC =
            Set.of("mul", "div", "pow", "maximum", "minimum", "muli", "divi", "powi", "rdivi", "rpowi");

    static final ArchRule RULE = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe(
                    "multiplies, divides or compares an array with a Number, or is swish or a built-in loss",
                    UnsafeScalars::isUnsafe))
            .allowEmptyShould(true);

    private UnsafeScalars() {}

    private static boolean isUnsafe(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        JavaClass owner = target.getOwner();
        if (owner.isAssignableTo(Loss.class)) {
            return true;
        }
        if (owner.isEquivalentTo(Activation.class)) {
            return target.getName().startsWith("swish");
        }
        boolean arrays = owner.isAssignableTo(NDArray.class) || owner.isEquivalentTo(NDArrays.class);
        return arrays && ARITHMETIC.contains(target.getName()) && takesNumber(target);
    }

    private static boolean takesNumber(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget code
                && code.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Number.class));
    }

    /** Makes each forbidden call once, and calls that look alike but are allowed. */
    static final class CallsEverything {
        static final int FORBIDDEN_CALLS = 18;

        private CallsEverything() {}

        static NDArray forbidden(NDArray x) {
            NDArray y = x.mul(2f).div(2f).pow(2f).maximum(0f).minimum(1f);
            y = y.muli(2f).divi(2f).powi(2f);
            y = NDArrays.mul(2f, y)
                    .add(NDArrays.mul(y, 2f))
                    .add(NDArrays.div(y, 2f))
                    .add(NDArrays.div(2f, y));
            y = NDArrays.pow(y, 2f).add(NDArrays.maximum(y, 0f)).add(NDArrays.minimum(y, 0f));
            y = Activation.swish(y, 1f);
            return Loss.l2Loss().evaluate(new NDList(y), new NDList(y));
        }

        static NDArray allowed(NDArray x) {
            return x.add(1f).mul(x).div(x).maximum(x).clip(0f, 1f).square();
        }
    }
}
