package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of the published tables, by hand. */
class MaiScoreTest {
    @ParameterizedTest
    @CsvSource({"0.2836, 97, 129.41", "0.2602, 1197, 14.51", "0.2332, 6146, 4.11", "0.4659, 582, 1.72"})
    void rowsOf2021(double siRmse, double millis, double published) {
        assertEquals(published, MaiScore.MAI2021.of(siRmse, millis), 0.006);
    }

    /** With si-RMSE to four digits, which the table cuts off to three. */
    @ParameterizedTest
    @CsvSource({"0.2773, 46, 297.79", "0.3296, 65, 102.07", "0.3498, 139, 36.07", "0.311, 37, 232.04"})
    void rowsOf2022(double siRmse, double millis, double published) {
        assertEquals(published, MaiScore.MAI2022.of(siRmse, millis), 0.01);
    }

    /** 2^-6 of the paper's best row at 37 ms: factor 6.4 between the constants. */
    @Test
    void theThirdTableOfLitedepthHasAnotherConstant() {
        assertEquals(6.4, MaiScore.MAI2022.of(0.3, 37) / MaiScore.LITEDEPTH_TABLE3.of(0.3, 37), 1e-12);
        assertEquals(41.648, MaiScore.LITEDEPTH_TABLE3.of(0.301, 37), 0.005);
    }

    @Test
    void halfASecondAtErrorZeroByHand() {
        assertEquals(1 / (1.0 / 640 * 0.5), MaiScore.MAI2021.of(0, 500), 1e-9);
    }

    @Test
    void unknownPresetsAreRefusedWithTheNamesOfAll() {
        UserException refused = assertThrows(UserException.class, () -> MaiScore.named("mai2020"));
        assertEquals("Use one of mai2021, mai2022, litedepth-table3", refused.remedy());
    }
}
