package dev.fathom.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.data.DataOptions;
import dev.fathom.data.SplitRule;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSettingsTest {
    @Test
    void emptyFieldsLeaveEverythingToTheFolder() {
        assertEquals(DataOptions.DEFAULT, DataSettings.DEFAULT.options());
    }

    @Test
    void whatIsTypedReachesTheReader() {
        DataOptions options = new DataSettings("plain", " 256 ", "12.5", "7").options();
        assertEquals("plain", options.format());
        assertEquals(Optional.of(256.0), options.unitsPerMetre());
        assertEquals(new SplitRule.Ratio(0.125, 0, 7), options.split());
    }

    @ParameterizedTest
    @CsvSource({"many,'',1", "-1,'',1", "0,'',1", "NaN,'',1", "'',100,1", "'',-3,1", "'',ten,1", "'',10,first"})
    void whatIsWrongIsSaidInASentence(String scale, String division, String seed) {
        String problem = new DataSettings(DataOptions.AUTO, scale, division, seed)
                .problem()
                .orElseThrow();
        assertTrue(problem.endsWith("."), problem);
    }
}
