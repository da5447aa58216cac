"""Everything Python of the guide: read → check → enrich → render/write, one way only.

insatser/*.yaml ──load──> records ──checks──> problems? ──catalog──> Catalog
Catalog ──pages──> (address, template, variables) ──plugin (Pelican)──> HTML
Catalog ──facts, match_file──> passar/*.json, what the browser matches and filters with
git ──git_state──> files before and after ──contact_facts, contact_changes──> what a reviewer sees
visa: serve ──what changed──> workshop ──build, with the memory of the build before──> output/
HTML ──search──> Pagefind index ──site_checks──> problems? ──publish──> output/
"""
