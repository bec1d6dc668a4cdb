namespace CoopReach.Engine.Phrases;

/// <summary>Checks that the languages have the same keys, the plural forms each needs, and the same placeholders.</summary>
internal sealed class PhraseAgreement(IReadOnlyList<PhraseFile> files, ICollection<Problem> problems)
{
    public void Check(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            var model = files.FirstOrDefault(file => file.Language == Language.English && file.Phrases.ContainsKey(key))
                ?? files.First(file => file.Phrases.ContainsKey(key));
            var plural = files.Any(file => file.Phrases.TryGetValue(key, out var phrase) && phrase.IsPlural);
            foreach (var file in files)
            {
                CheckOne(file, key, model, plural);
            }
        }
    }

    private void CheckOne(PhraseFile file, string key, PhraseFile model, bool plural)
    {
        if (!file.Phrases.TryGetValue(key, out var phrase))
        {
            if (file.Whole)
            {
                Problem(file, file.Line(key), $"'{key}' is missing; {Where(model, key)} has it");
            }

            return;
        }

        if (plural && file.Whole)
        {
            CheckForms(file, key, phrase);
        }

        foreach (var form in phrase.Forms)
        {
            ComparePlaceholders(file, key, form, mayOmitCount: form == phrase.One, model);
        }
    }

    private void CheckForms(PhraseFile file, string key, Phrase phrase)
    {
        if (phrase.Other is null)
        {
            Problem(file, phrase.Line, $"'{key}' is a plural and needs '{key}_other'");
        }

        if (phrase.One is null && file.Language != Language.Kinyarwanda)
        {
            Problem(file, phrase.Line, $"'{key}' is a plural and needs '{key}_one'");
        }
    }

    private void ComparePlaceholders(PhraseFile file, string key, Template text, bool mayOmitCount, PhraseFile model)
    {
        var wanted = model.Phrases[key].Widest;
        if (text.Misread is not null || wanted.Misread is not null)
        {
            return;
        }

        foreach (var name in wanted.Names.Except(text.Names).Where(name => !(mayOmitCount && name == PhraseBook.Count)))
        {
            Problem(file, text.Line, $"'{key}' lacks {{{{{name}}}}}, which {Where(model, key)} has");
        }

        foreach (var name in text.Names.Except(wanted.Names))
        {
            Problem(file, text.Line, $"'{key}' has {{{{{name}}}}}, which {Where(model, key)} lacks");
        }
    }

    private static FormattableString Where(PhraseFile file, string key) => $"{file.Name}:{file.Line(key)}";

    private void Problem(PhraseFile file, int line, FormattableString text) =>
        problems.Add(new Problem(file.Name, line, FormattableString.Invariant(text)));
}
