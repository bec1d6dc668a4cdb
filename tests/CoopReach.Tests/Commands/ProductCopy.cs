namespace CoopReach.Tests.Commands;

/// <summary>The product's folder once more, so that its files can be broken; what nobody changes is only linked.</summary>
internal sealed class ProductCopy : IDisposable
{
    private ProductCopy(string folder) => Folder = folder;

    public string Folder { get; }

    public static ProductCopy Make()
    {
        var copy = new ProductCopy(Path.Combine(Path.GetTempPath(), $"coopreach-copy-{Guid.NewGuid():N}"));
        Directory.CreateDirectory(copy.Folder);
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            copy.Take(file);
        }

        foreach (var folder in Directory.GetDirectories(AppContext.BaseDirectory))
        {
            copy.TakeFolder(folder);
        }

        return copy;
    }

    /// <summary>Replaces a text that is there.</summary>
    public void Change(string file, string from, string to)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The host follows links to find where the product lies, so what is the product's own is copied.</summary>
    private void Take(string file)
    {
        var target = Path.Combine(Folder, Path.GetFileName(file));
        if (Path.GetFileName(file).StartsWith("CoopReach.", StringComparison.Ordinal))
        {
            File.Copy(file, target);
        }
        else
        {
            File.CreateSymbolicLink(target, file);
        }
    }

    private void TakeFolder(string folder)
    {
        var target = Path.Combine(Folder, Path.GetFileName(folder));
        if (Path.GetFileName(folder) is not ("menus" or "localization"))
        {
            Directory.CreateSymbolicLink(target, folder);
            return;
        }

        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }
}
