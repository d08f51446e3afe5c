package io.github.confgate.rule.check;

import io.github.confgate.fact.Facts;
import io.github.confgate.rule.RuleSheet;
import java.util.List;

/** Finds references to names that nothing defines: any longer, or where the one before was defined. */
record ReferenceUndefined(RuleSheet sheet) implements RangeRule {

    @Override
    public void look(List<Facts> changes, Said said) {
        new ObjectReferences().look(changes, said);
        PartsOfObjects.look(changes, said);
        PartsOfObjects.lookForGone(Gone.ofMoved(changes), said);
        LabelReferences.look(changes, said);
        ServicesOfFile.look(changes, said);
        NamesInDocument.look(changes, said);
        ProfileReferences.look(changes, said);
        PortReferences.look(changes, said);
        FileReferences.look(changes, said);
        TerraformReferences.look(changes, said);
    }
}
