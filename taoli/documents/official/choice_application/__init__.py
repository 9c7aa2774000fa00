"""导师选择意向申请书 (E-02); the layout is ours and says so."""
