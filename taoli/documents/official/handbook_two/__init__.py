"""导师工作手册 in two columns (E-10): 指导内容摘要 and 百名教师访千家活动记录."""
